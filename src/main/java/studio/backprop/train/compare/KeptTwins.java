package studio.backprop.train.compare;

import java.util.List;
import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.train.landscape.SurfaceStart;

/**
 * The twins that a person has set up, as a file keeps them beside the project.
 *
 * @param variants from the first lane to the last; empty where none were set up
 * @param surface that their page opens with in place of the network's own, and where on it they begin
 */
public record KeptTwins(List<Project> variants, Optional<SurfaceStart> surface) {
  /** So many can be compared. */
  public static final int LEAST = 2;
  public static final int MOST = 4;
  public static final KeptTwins NONE = new KeptTwins(List.of(), Optional.empty());

  public KeptTwins {
    variants = List.copyOf(variants);
    if (!variants.isEmpty() && (variants.size() < LEAST || variants.size() > MOST)) {
      throw new IllegalArgumentException(LEAST + " to " + MOST + " variants can be compared, but there are " + variants.size());
    }
  }

  /** These alone, of the network's own surface. */
  public static KeptTwins of(List<Project> variants) {
    return new KeptTwins(variants, Optional.empty());
  }

  /** The same with another surface. */
  public KeptTwins with(Optional<SurfaceStart> chosen) {
    return new KeptTwins(variants, chosen);
  }

  public boolean isEmpty() {
    return variants.isEmpty() && surface.isEmpty();
  }
}
