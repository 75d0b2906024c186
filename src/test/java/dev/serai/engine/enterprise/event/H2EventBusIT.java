package dev.serai.engine.enterprise.event;

import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;

final class H2EventBusIT extends EventBusContract {

    @Override
    StoreSettings emptyStore() {
        return new StoreSettings("", "", Secret.NONE);
    }
}
