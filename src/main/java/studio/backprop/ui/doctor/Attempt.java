package studio.backprop.ui.doctor;

import java.util.Optional;
import studio.backprop.train.Remedy;
import studio.backprop.train.Twin;
import studio.backprop.train.doctor.Finding;

/**
 * An experiment that is under way or done.
 *
 * @param finding what it is to help against
 * @param remedy what is tried
 * @param share how far it is, 0 to 1
 * @param twin what came of it, once it is done
 */
public record Attempt(Finding finding, Remedy remedy, double share, Optional<Twin> twin) {
  boolean isFor(Remedy other) {
    return remedy == other;
  }

  boolean running() {
    return twin.isEmpty();
  }
}
