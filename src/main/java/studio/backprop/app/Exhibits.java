package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.watch.plots.DockView;
import studio.backprop.ui.watch.plots.PlotsModel;
import studio.backprop.ui.window.presenter.Exhibit;

/** Exhibits of a window for presentation, in the order of {@link PresentedPage}. */
final class Exhibits {
  /** Smallest font size of pages over the network. */
  private static final double SMALL_LETTERS = 11;

  private final DesignerView canvas;
  private final DockView dock;
  private final PlotsModel plots;
  private final ComparisonRoom comparison;

  Exhibits(DesignerView canvas, DockView dock, PlotsModel plots, ComparisonRoom comparison) {
    this.canvas = canvas;
    this.dock = dock;
    this.plots = plots;
    this.comparison = comparison;
  }

  private List<Exhibit> ofBoth() {
    return new ArrayList<>(List.of(
        new Exhibit(new SimpleStringProperty("presenter.network"), Icon.STRUCTURE, canvas, canvas::lend, DesignerView.LETTERS,
            Optional.of(canvas.lensSwitch()), canvas.ground(), canvas.commandsEverywhere(), false),
        Exhibit.of("presenter.loss_curve", Icon.CURVE, dock.views().get(0)),
        Exhibit.of(plots.measureTitle(), Icon.TARGET, dock.views().get(1)),
        Exhibit.of("presenter.flow", Icon.GRADIENTS, dock.views().get(2))));
  }

  private Exhibit output() {
    return Exhibit.of(plots.outputTitle(), Icon.POINTS, dock.views().get(3));
  }

  /**
   * Of a lesson.
   *
   * @param title text key of the page of the current step
   * @param room everything but the text
   * @param text placeholder of the text while it is presented
   */
  List<Exhibit> ofLesson(StringProperty title, Region room, Region text) {
    List<Exhibit> all = ofBoth();
    all.add(Exhibit.of(title, Icon.LENS, room, SMALL_LETTERS));
    all.add(Exhibit.of("presenter.text", Icon.LESSONS, text, Exhibit.LARGE_LETTERS));
    all.add(output());
    all.add(Exhibit.of("presenter.curves", Icon.CURVE, comparison.curves()));
    return all;
  }

  /**
   * Of a work window.
   *
   * @param middle container of the pages over the network
   */
  List<Exhibit> ofWindow(Region middle) {
    List<Exhibit> all = ofBoth();
    all.add(Exhibit.of("presenter.page", Icon.PRESENT, middle, SMALL_LETTERS));
    all.add(Exhibit.alone("twins.tab.landscape", Icon.LANDSCAPE, comparison.map(), comparison::beginMap));
    all.add(comparison.searchToPresent());
    all.add(output());
    return all;
  }
}
