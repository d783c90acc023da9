package studio.backprop.layer;

import java.util.Optional;
import studio.backprop.tensor.Init;

/**
 * One kind of recurrent layer, by the constructor of its record: all kinds have the same settings, so that each can take another's place.
 *
 * @param <L> the record
 */
@FunctionalInterface
interface RecurrentKind<L extends RecurrentLayer> {
  L of(int units, boolean sequence, boolean bidirectional, double dropout, Init init, boolean trainable);

  /** Reads forward, with nothing forgotten. */
  default L forward(int units, boolean sequence) {
    return of(units, sequence, false, 0, Init.of(Init.Kind.GLOROT_UNIFORM), true);
  }

  /** One that reads as another recurrent layer does, with as many units; empty for all other layers and for its own kind. */
  default Optional<Layer> insteadOf(Layer layer) {
    return layer instanceof RecurrentLayer other
        ? Optional.<Layer>of(like(other)).filter(made -> made.getClass() != layer.getClass())
        : Optional.empty();
  }

  private L like(RecurrentLayer other) {
    return of(other.units(), other.sequence(), other.bidirectional(), other.dropout(), other.init(), other.trainable());
  }
}
