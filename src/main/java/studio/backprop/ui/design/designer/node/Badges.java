package studio.backprop.ui.design.designer.node;

import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;

/** Statistics on the nodes in the lenses, each with an explanation. */
final class Badges {
  private static final double MIN_SHARE = 1e-4;

  private Badges() {}

  /** ‖W‖ of a node's weights. */
  static NormRow weight(CanvasDesk desk) {
    return explained(desk, new NormRow("‖W‖", 0.1, 100, "weight", value -> desk.lang().numbers().compact(value)), "badge.weight.help");
  }

  /** ‖∂L/∂W‖ of a node's weights. */
  static NormRow gradient(CanvasDesk desk) {
    return explained(desk, new NormRow("‖∂L/∂W‖", 1e-4, 1, "gradient", value -> desk.lang().numbers().compact(value)),
        "badge.gradient.help");
  }

  /** ‖∂L/∂output‖ of a node without weights, with the symbol used in the plots. */
  static NormRow passing(CanvasDesk desk) {
    return explained(desk, new NormRow("‖∂out‖", 1e-4, 1, "gradient", value -> desk.lang().numbers().compact(value)), "badge.passing.help");
  }

  /** ‖ΔW‖ ÷ ‖W‖ of the last step. */
  static NormRow update(CanvasDesk desk) {
    return explained(desk, new NormRow("ΔW ÷ W", 1e-4, 1e-2, "update", value -> share(desk, value)), "badge.update.help");
  }

  /** Share of ReLU units that were zero for every example of the last batch. */
  static NormRow silent(CanvasDesk desk) {
    return explained(desk, NormRow.ofShare("silent", value -> desk.lang().numbers().partPercent(value)), "badge.silent.help");
  }

  /** Percentage; one too small for two decimals is not rounded to zero. */
  static String share(CanvasDesk desk, double value) {
    boolean tiny = value > 0 && value < MIN_SHARE;
    String share = desk.lang().numbers().percent(tiny ? MIN_SHARE : value, 2);
    return tiny ? desk.lang().say("pane.less", share) : share;
  }

  private static NormRow explained(CanvasDesk desk, NormRow row, String key) {
    desk.hints().explain(row, key);
    return row;
  }
}
