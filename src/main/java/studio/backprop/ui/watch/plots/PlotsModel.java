package studio.backprop.ui.watch.plots;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.RunModel;

/** Models of all plots of the run. */
public final class PlotsModel implements AutoCloseable {
  private final RunModel run;
  private final Pulse pulse;
  private final PaintTurns turns;
  private final StepAxis axis = new StepAxis();
  private final CurveModel loss;
  private final CurveModel measure;
  private final GradientFlowModel flow;
  private final OutputModel output;
  private final OwnKeys ownKeys = new OwnKeys();

  public PlotsModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
    this.turns = new PaintTurns(pulse, () -> !run.playing() || run.ticked());
    this.loss = CurveModel.loss(run, axis);
    this.measure = CurveModel.measure(run, axis);
    this.flow = new GradientFlowModel(run);
    this.output = new OutputModel(run, pulse, turns);
  }

  RunModel run() {
    return run;
  }

  Pulse pulse() {
    return pulse;
  }

  PaintTurns turns() {
    return turns;
  }

  public CurveModel loss() {
    return loss;
  }

  public CurveModel measure() {
    return measure;
  }

  /** Text key of the second plot: accuracy, mean error of a regression, or return of an agent. */
  public ObservableValue<String> measureTitle() {
    return Bindings.createStringBinding(
        () -> acts() ? "plots.return" : CurveTexts.titleKey(measure.kindProperty().get()) + (classes() ? ".classes" : ""),
        run.projectProperty(), run.runProperty(), measure.kindProperty());
  }

  /** Modes of images are classes. */
  private boolean classes() {
    return measure.kindProperty().get() == CurveKind.COVERED && measure.adversarial().ofImages();
  }

  /** Text key of the output's title in a presentation: an agent plays, a generator generates. */
  public ObservableValue<String> outputTitle() {
    return Bindings.createStringBinding(() -> acts() ? "plots.output_world" : generates() ? "layer.batch_concat" : "presenter.output",
        run.projectProperty());
  }

  /** Arrow keys of a game of the user. */
  public OwnKeys ownKeys() {
    return ownKeys;
  }

  /** Whether the output is the goal of the training: a generator's samples, or an agent's environment. */
  public ObservableValue<Boolean> outputLeads() {
    return Bindings.createBooleanBinding(() -> acts() || generates(), run.projectProperty());
  }

  private boolean acts() {
    return run.projectProperty().get() != null && run.projectProperty().get().assignment().acts();
  }

  private boolean generates() {
    return run.projectProperty().get() != null && run.projectProperty().get().assignment().isAdversarial();
  }

  public GradientFlowModel flow() {
    return flow;
  }

  public OutputModel output() {
    return output;
  }

  @Override
  public void close() {
    turns.close();
    output.close();
  }
}
