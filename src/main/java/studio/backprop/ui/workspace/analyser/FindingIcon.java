package studio.backprop.ui.workspace.analyser;

import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Severity;
import studio.backprop.ui.kit.Icon;

/** Status icons, always beside a word. */
final class FindingIcon {
  private FindingIcon() {}

  static Icon of(Problem problem) {
    return problem.severity() == Severity.BROKEN ? Icon.PROBLEM : Icon.WARNING;
  }

  static Icon of(LayerRow row) {
    return row.finding().map(FindingIcon::of).orElse(row.output().isPresent() ? Icon.CHECK : Icon.WAITS);
  }

  static String style(Problem problem) {
    return problem.severity() == Severity.BROKEN ? "bad" : "warn";
  }

  static String style(LayerRow row) {
    return row.finding().map(FindingIcon::style).orElse(row.output().isPresent() ? "ok" : "mut");
  }
}
