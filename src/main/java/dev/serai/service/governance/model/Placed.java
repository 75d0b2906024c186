package dev.serai.service.governance.model;

import dev.serai.management.lifecycle.gate.source.Place;

/**
 * A thing of an integration, with where it stands.
 *
 * @param facts what rules can ask of it
 * @param place where it stands
 * @param name how a person calls it
 */
public record Placed(Facts facts, Place place, String name) {}
