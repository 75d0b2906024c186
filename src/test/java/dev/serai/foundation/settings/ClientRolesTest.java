package dev.serai.foundation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRolesTest {

    @Test
    void aSubjectHasTheRoleBehindItHoweverItIsSpacedAndCased() {
        ClientRoles roles = ClientRoles.read("CN=prometheus,O=Shop=viewer; CN=pipeline, OU=Build = deployer");

        assertThat(roles.of(new X500Principal("CN=Prometheus, O=shop"))).hasValue("viewer");
        assertThat(roles.of(new X500Principal("CN=pipeline,OU=Build"))).hasValue("deployer");
        assertThat(roles.of(new X500Principal("CN=prometheus"))).isEmpty();
        assertThat(roles.of(new X500Principal("O=Shop,CN=prometheus"))).isEmpty();
    }

    @Test
    void nothingGivesNobodyARole() {
        assertThat(ClientRoles.read(" ")).isEqualTo(ClientRoles.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "viewer",
                "=viewer",
                "CN=ada",
                "CN=ada=root",
                "ada=viewer",
                "CN=ada=viewer; ",
                "CN=ada=viewer; CN=Ada=admin",
                "CN=ada=viewer, CN=ben=admin"
            })
    void whatIsNoPairOfSubjectAndRoleIsRefused(String text) {
        assertThatThrownBy(() -> ClientRoles.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
