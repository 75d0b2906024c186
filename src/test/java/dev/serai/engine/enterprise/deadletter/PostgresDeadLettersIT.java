package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.database.PostgresServer;
import dev.serai.foundation.settings.StoreSettings;

final class PostgresDeadLettersIT extends DeadLettersContract {

    @Override
    StoreSettings emptyStore() {
        return PostgresServer.emptyDatabase();
    }
}
