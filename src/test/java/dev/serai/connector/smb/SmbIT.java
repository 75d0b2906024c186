package dev.serai.connector.smb;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class SmbIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new SambaServer();
    }
}
