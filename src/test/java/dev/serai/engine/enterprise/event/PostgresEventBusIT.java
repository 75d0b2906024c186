package dev.serai.engine.enterprise.event;

import dev.serai.engine.database.PostgresServer;
import dev.serai.foundation.settings.StoreSettings;

final class PostgresEventBusIT extends EventBusContract {

    @Override
    StoreSettings emptyStore() {
        return PostgresServer.emptyDatabase();
    }
}
