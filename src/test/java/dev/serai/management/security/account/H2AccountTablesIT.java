package dev.serai.management.security.account;

import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;

class H2AccountTablesIT extends AccountTablesContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("", "", Secret.NONE);
    }
}
