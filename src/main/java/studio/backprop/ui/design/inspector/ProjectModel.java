package studio.backprop.ui.design.inspector;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import studio.backprop.network.Edit;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Network totals and training settings. Every change is an edit of the document; learning rate and epochs also apply to a running training.
 */
public final class ProjectModel {
  private final DocumentModel document;
  private final VariantModel<Optimizer> optimizer;
  private final VariantModel<Schedule> schedule;
  private final FormModel<Regularization> regularization;
  private final NumberModel rate;
  private final NumberModel batch;
  private final NumberModel epochs;
  private final NumberModel patience;
  private final NumberModel seed;
  private final BalanceModel balance;
  private final AdversarialModel adversarial;
  private final AgentModel agent;

  public ProjectModel(DocumentModel document, RunModel run) {
    this.document = document;
    balance = new BalanceModel(document, run);
    adversarial = new AdversarialModel(document, run);
    agent = new AgentModel(document, run);
    optimizer =
        new VariantModel<>(
            RecordKind.OPTIMIZERS,
            "optimizer",
            training(TrainingSettings::optimizer),
            new Edits<>(TrainingSettings::optimizer, TrainingSettings::withOptimizer),
            this::chooseOptimizer);
    schedule =
        new VariantModel<>(
            RecordKind.SCHEDULES,
            "schedule",
            training(TrainingSettings::schedule),
            new Edits<>(TrainingSettings::schedule, TrainingSettings::withSchedule),
            chosen -> edit(chosen.title(), "", t -> t.withSchedule(chosen.fresh())));
    ObservableValue<Regularization> kept = training(TrainingSettings::regularization);
    Edits<Regularization> edits = new Edits<>(TrainingSettings::regularization, TrainingSettings::withRegularization);
    regularization = new FormModel<>(Regularization.FORM, "regularization", kept.getValue(), edits);
    kept.subscribe(() -> regularization.show(kept.getValue()));
    rate = number("rate", NumberRange.positive(), TrainingSettings::rate, TrainingSettings::withRate);
    batch = number("batch", NumberRange.whole(1, 65_536), TrainingSettings::batch, (t, b) -> t.withBatch(b.intValue()));
    epochs = number("epochs", NumberRange.whole(1, TrainingSettings.MOST_EPOCHS), TrainingSettings::epochs,
        (t, e) -> t.withEpochs(e.intValue()));
    patience = number("patience", NumberRange.whole(0, 100_000), TrainingSettings::patience, (t, p) -> t.withPatience(p.intValue()));
    seed = number("seed", NumberRange.whole(0, 999_999_999), TrainingSettings::seed, (t, s) -> t.withSeed(s.longValue()));
  }

  public ObservableValue<Long> parametersProperty() {
    return document.analysisProperty().map(a -> a.parameterCount());
  }

  /** FLOPs of one example's forward pass. */
  public ObservableValue<Long> flopsProperty() {
    return document.analysisProperty().map(a -> a.flops());
  }

  /** Estimated memory of training in bytes. */
  public ObservableValue<Long> memoryProperty() {
    return document.projectProperty().map(p -> document.analysis().trainingBytes(p.training().batch()));
  }

  /** Loss function; empty while the network has none. */
  public ObservableValue<Optional<Message>> lossProperty() {
    return document.projectProperty()
        .map(p -> p.network().outputs().stream().findFirst().map(node -> node.layer().lossRule().orElseThrow().loss().title()));
  }

  AdversarialModel adversarial() {
    return adversarial;
  }

  public VariantModel<Optimizer> optimizer() {
    return optimizer;
  }

  public VariantModel<Schedule> schedule() {
    return schedule;
  }

  public FormModel<Regularization> regularization() {
    return regularization;
  }

  public NumberModel rate() {
    return rate;
  }

  public NumberModel batch() {
    return batch;
  }

  public NumberModel epochs() {
    return epochs;
  }

  /** Patience of early stopping in epochs; 0 for none. */
  public NumberModel patience() {
    return patience;
  }

  public NumberModel seed() {
    return seed;
  }

  /** Ends a sequence of merging edits. */
  public void settle() {
    document.settle();
  }

  /** Changes the optimizer; a default learning rate becomes the default of the new optimizer, any other stays. */
  private void chooseOptimizer(RecordKind<Optimizer> chosen) {
    edit(chosen.title(), "", t -> {
      boolean usual = t.rate() == OptimizerCatalog.typeOf(t.optimizer()).rate();
      double now = usual ? OptimizerCatalog.typeOf(chosen.fresh()).rate() : t.rate();
      return t.withOptimizer(chosen.fresh()).withRate(now);
    });
  }

  ObservableValue<Boolean> shuffleProperty() {
    return training(TrainingSettings::shuffle);
  }

  AgentModel agent() {
    return agent;
  }

  /** Treatment of unbalanced classes. */
  BalanceModel balance() {
    return balance;
  }

  void shuffle(boolean on) {
    edit(Message.of("training.shuffle"), "", t -> t.withShuffle(on));
  }

  private <T> ObservableValue<T> training(Function<TrainingSettings, T> read) {
    return document.projectProperty().map(p -> read.apply(p.training()));
  }

  private NumberModel number(
      String name, NumberRange range, Function<TrainingSettings, ? extends Number> read,
      BiFunction<TrainingSettings, Double, TrainingSettings> write) {
    ObservableValue<Double> kept = training(read).map(Number::doubleValue);
    return Kept.number(range, kept, typed -> edit(Message.of("training." + name), "training." + name, t -> write.apply(t, typed)));
  }

  private void edit(Message what, String merge, UnaryOperator<TrainingSettings> change) {
    document.apply(new Edit<>(Message.of("inspector.edit.training", what), merge, p -> p.withTraining(change)));
  }

  /** Edits of a record within the training settings. */
  private final class Edits<R> implements FormModel.Edits<R> {
    private final Function<TrainingSettings, R> read;
    private final BiFunction<TrainingSettings, R, TrainingSettings> write;

    Edits(Function<TrainingSettings, R> read, BiFunction<TrainingSettings, R, TrainingSettings> write) {
      this.read = read;
      this.write = write;
    }

    @Override
    public void change(Setting setting, String merge, UnaryOperator<R> change) {
      edit(setting.title(), merge, t -> write.apply(t, change.apply(read.apply(t))));
    }

    @Override
    public void settle() {
      document.settle();
    }
  }
}
