package studio.backprop.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.backprop.cli.View;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.judge.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.watch.plots.DockView;
import studio.backprop.ui.window.presenter.PresenterView;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Opens and closes each view of the window as a user would, for the benchmark. */
record Views(
    DocumentModel document, RunModel run, DesignerModel network, InspectorView inspector, LensModel lens, SidePanel beside,
    ExamplesModel examples,
    DockView dock, BottomPanel below, PresenterView presenter, PadRoom pad, ReasonsRoom reasons, MetricsRoom metrics,
    EmbeddingRoom embedding, LabViews labs, Supplier<Scene> scene) {

  /** Whether the project has it: cells need classes, the pad images. */
  boolean has(View view) {
    return switch (view) {
      case CELL -> run.runProperty().get().data().dataset().task() == Task.CLASSES;
      case PAD -> pad.possible();
      case LANDSCAPE -> document.project().assignment().hasTargets();
      case SEARCH -> SearchRunner.unsuited(document.project()).isEmpty();
      default -> true;
    };
  }

  /** Opens it; the result closes it. */
  Runnable open(View view) {
    return switch (view) {
      case STRUCTURE -> look(Lens.STRUCTURE);
      case ACTIVATIONS -> look(Lens.ACTIVATIONS);
      case TINT -> tinted();
      case WEIGHTS -> look(Lens.WEIGHTS);
      case GRADIENTS -> look(Lens.GRADIENTS);
      case CHANGE -> look(Lens.CHANGE);
      case NUMBERS -> numbers();
      case INSIDE -> inside();
      case DOCTOR -> twice(beside::toggle);
      case ANALYSER -> twice(below::toggle);
      case EXAMPLES -> examples(examples::show);
      case CELL -> examples(() -> examples.show(Part.VALIDATION, 0, 0));
      case EXPLAIN -> twice(reasons::toggle);
      case METRICS -> evaluation(Tab.METRICS);
      case CROSS_VALIDATION -> evaluation(Tab.FOLDS);
      case FEATURES -> evaluation(Tab.FEATURES);
      case EMBEDDING -> twice(embedding::toggle);
      case LOSS -> enlarged(0);
      case FLOW -> enlarged(2);
      case OUTPUT -> enlarged(3);
      case PAD -> drawing();
      case PRESENTED_NETWORK -> presented(0);
      case PRESENTED_FLOW -> presented(3);
      case PRESENTED_OUTPUT -> presented(PresentedPage.OUTPUT);
      case LANDSCAPE -> labs.landscape(scene.get());
      case SEARCH -> labs.search(scene.get());
    };
  }

  /** Training behind the view with its unobserved speed; empty for the run of the window. */
  Optional<BareSteps> trainedBy(View view) {
    return switch (view) {
      case LANDSCAPE -> Optional.of(labs.twins());
      case SEARCH -> Optional.of(labs.trials());
      default -> Optional.empty();
    };
  }

  private Runnable look(Lens lens) {
    network.lensProperty().set(lens);
    return () -> {};
  }

  private Runnable tinted() {
    look(Lens.ACTIVATIONS);
    boolean before = network.tintedProperty().get();
    network.tintedProperty().set(true);
    return () -> network.tintedProperty().set(before);
  }

  private Runnable numbers() {
    look(Lens.GRADIENTS);
    run.runProperty().get().learned().stream().findFirst().ifPresent(first -> document.select(List.of(first.node())));
    inspector.showNumbers();
    return () -> {};
  }

  private Runnable inside() {
    run.runProperty().get().learned().stream().max(Comparator.comparingInt(parameter -> parameter.tensor().count()))
        .ifPresent(largest -> lens.open(largest.node()));
    return lens::leave;
  }

  private Runnable drawing() {
    look(Lens.ACTIVATIONS);
    return pad.scribble();
  }

  /** Number of predicted drawings. */
  long predictions() {
    return pad.predictions();
  }

  private static Runnable twice(Runnable toggle) {
    toggle.run();
    return toggle;
  }

  private Runnable examples(Runnable show) {
    show.run();
    return () -> examples.openProperty().set(false);
  }

  private Runnable evaluation(Tab tab) {
    metrics.tabs().show(tab);
    return metrics.tabs()::leave;
  }

  private Runnable enlarged(int plot) {
    return twice(() -> dock.enlarge(plot));
  }

  private Runnable presented(int exhibit) {
    presenter.show(exhibit);
    return twice(() -> presenter.toggleIn(scene.get()));
  }
}
