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
 * Settings of a comparison, as a file keeps them beside the project.
 *
 * @param variants in order; empty without any
 * @param surface that their page opens with in place of the network's own, and where on it they begin
 * @param races of each surface that has lanes of its own how these learn, by the surface's name; elsewhere the twins race
 * @param page that opens first, such as {@code landscape}; empty for the default
 */
public record KeptTwins(List<Project> variants, Optional<SurfaceStart> surface, Map<String, List<TrainingSettings>> races, String page) {
  /** So many can be compared. */
  public static final int LEAST = 2;
  public static final int MOST = 4;
  public static final KeptTwins NONE = new KeptTwins(List.of(), Optional.empty(), Map.of(), "");

  public KeptTwins {
    variants = List.copyOf(variants);
    races = Collections.unmodifiableMap(new TreeMap<>(races)); // in one order, so that the same is saved as the same
    if (!variants.isEmpty() && (variants.size() < LEAST || variants.size() > MOST)) {
      throw new IllegalArgumentException(LEAST + " to " + MOST + " variants can be compared, but there are " + variants.size());
    }
  }

  /** These alone, of the network's own surface. */
  public static KeptTwins of(List<Project> variants) {
    return new KeptTwins(variants, Optional.empty(), Map.of(), "");
  }

  /** The same with another surface. */
  public KeptTwins with(Optional<SurfaceStart> chosen) {
    return new KeptTwins(variants, chosen, races, page);
  }

  /** The same with other lanes on surfaces. */
  public KeptTwins with(Map<String, List<TrainingSettings>> raced) {
    return new KeptTwins(variants, surface, raced, page);
  }

  /** The same seen on another page first. */
  public KeptTwins onPage(String first) {
    return new KeptTwins(variants, surface, races, first);
  }

  /** Whether nothing was set up, on whatever page. */
  public boolean isEmpty() {
    return variants.isEmpty() && surface.isEmpty() && races.isEmpty();
  }
}
