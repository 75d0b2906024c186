package dev.serai.engine.enterprise.deadletter;

import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;

final class H2DeadLettersTest extends DeadLettersContract {

    @Override
    StoreSettings emptyStore() {
        return new StoreSettings("", "", Secret.NONE);
    }
}
