package dev.cordon.conformance.tidy.sample.low;

import dev.cordon.conformance.tidy.sample.high.SeesLibrary;
import java.util.List;

/// Looks up through a wall.
public record SeesHigh(List<SeesLibrary> upstairs) {}
