package studio.backprop.ui.watch.plots;

import java.util.function.Consumer;
import studio.backprop.project.Project;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Slot of the second plot: a metric or, for an agent, the return. */
final class MeasureSlot extends PlotView {
  private final CurveView curve;
  private final ReturnView returns;

  MeasureSlot(PlotsModel plots, Lang lang, ThemeModel theme, Consumer<PlotView> enlarge) {
    super(plots, lang, theme, "measure-slot");
    getStyleClass().remove("plot"); // its children have the borders
    curve = new CurveView(plots.measure(), plots, lang, theme, view -> enlarge.accept(this));
    returns = new ReturnView(plots, lang, theme);
    getChildren().addAll(curve, returns);
    plots.run().projectProperty().subscribe(this::choose);
  }

  private void choose(Project project) {
    boolean acts = project != null && project.assignment().acts();
    Sight.show(returns, acts);
    Sight.show(curve, !acts);
    returns.ask();
    curve.ask();
  }

  @Override
  void repaint() {
    // its children paint themselves
  }
}
