package studio.backprop.compare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;

/**
 * Settings of a comparison in the project file. Immutable.
 *
 * @param variants in order; empty without any
 * @param surface test surface of the page, with the start; empty for the network's own
 * @param races own optimizer settings by name of the surface; others use those of the variants
 * @param page that opens first, such as {@code landscape}; empty for the default
 */
public record KeptTwins(List<Project> variants, Optional<SurfaceStart> surface, Map<String, List<TrainingSettings>> races, String page) {
  /** Limits of the number of variants. */
  public static final int LEAST = 2;
  public static final int MOST = 4;
  public static final KeptTwins NONE = new KeptTwins(List.of(), Optional.empty(), Map.of(), "");

  public KeptTwins {
    variants = List.copyOf(variants);
    races = Collections.unmodifiableMap(new TreeMap<>(races)); // ordered, for reproducible files
    if (!variants.isEmpty() && (variants.size() < LEAST || variants.size() > MOST)) {
      throw new IllegalArgumentException(LEAST + " to " + MOST + " variants can be compared, but there are " + variants.size());
    }
  }

  public static KeptTwins of(List<Project> variants) {
    return new KeptTwins(variants, Optional.empty(), Map.of(), "");
  }

  public KeptTwins with(Optional<SurfaceStart> chosen) {
    return new KeptTwins(variants, chosen, races, page);
  }

  public KeptTwins with(Map<String, List<TrainingSettings>> raced) {
    return new KeptTwins(variants, surface, raced, page);
  }

  public KeptTwins onPage(String first) {
    return new KeptTwins(variants, surface, races, first);
  }

  public boolean isEmpty() {
    return variants.isEmpty() && surface.isEmpty() && races.isEmpty();
  }
}
