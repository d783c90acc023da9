package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;

/**
 * Editable weight or bias on the canvas. Immutable.
 *
 * @param parameter name of the parameter, weight or bias
 * @param words description, such as from which unit to which
 */
public record HandNumber(int node, String parameter, int index, String words) {
  /** Current value; NaN if unknown. */
  public float in(Snapshot now) {
    for (int p = 0; now.hasValues() && p < now.parameters().size(); p++) {
      Parameter found = now.parameters().get(p);
      if (found.node() == node && found.name().equals(parameter) && index < now.values(p).length) {
        return now.values(p)[index];
      }
    }
    return Float.NaN;
  }

  /** Current value; NaN if unknown. */
  public float in(Optional<Snapshot> now) {
    return now.map(this::in).orElse(Float.NaN);
  }
}
