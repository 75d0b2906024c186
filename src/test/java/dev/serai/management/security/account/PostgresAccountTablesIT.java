package dev.serai.management.security.account;

import dev.serai.engine.database.PostgresServer;
import dev.serai.foundation.settings.StoreSettings;

class PostgresAccountTablesIT extends AccountTablesContract {

    @Override
    StoreSettings settings() {
        return PostgresServer.emptyDatabase();
    }
}
