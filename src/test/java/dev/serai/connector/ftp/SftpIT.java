package dev.serai.connector.ftp;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class SftpIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new SshServer();
    }
}
