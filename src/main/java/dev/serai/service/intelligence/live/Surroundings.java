package dev.serai.service.intelligence.live;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.util.List;
import java.util.Map;

/**
 * What there is beside the readings, for the search for causes.
 *
 * @param statuses all integrations
 * @param connections all connections
 * @param moved what the bucket brought
 * @param usual how many messages of each client there usually are in a hundred, by subject
 */
record Surroundings(
        List<IntegrationStatus> statuses,
        List<ConnectionStatus> connections,
        Map<Subject, Moved> moved,
        Map<Subject, Shares> usual) {}
