package dev.serai.connector.ftp;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class FtpIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return FtpServer.clear();
    }
}
