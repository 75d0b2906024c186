package dev.serai.connector.files;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class FilesIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new Folder();
    }
}
