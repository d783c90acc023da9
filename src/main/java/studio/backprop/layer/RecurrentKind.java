package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.tensor.Init;

/**
 * Factory of a recurrent layer type: all have the same settings, so that they are convertible.
 *
 * @param <L> the record
 */
@FunctionalInterface
interface RecurrentKind<L extends RecurrentLayer> {
  L of(int units, boolean sequence, boolean bidirectional, double dropout, Init init, boolean trainable);

  /** Unidirectional, without dropout. */
  default L forward(int units, boolean sequence) {
    return of(units, sequence, false, 0, Init.of(Init.Kind.GLOROT_UNIFORM), true);
  }

  /** Converts another recurrent layer, with the same settings; empty for all other layers and for its own kind. */
  default Optional<Layer> insteadOf(Layer layer) {
    return layer instanceof RecurrentLayer other
        ? Optional.<Layer>of(like(other)).filter(made -> made.getClass() != layer.getClass())
        : Optional.empty();
  }

  private L like(RecurrentLayer other) {
    return of(other.units(), other.sequence(), other.bidirectional(), other.dropout(), other.init(), other.trainable());
  }
}
