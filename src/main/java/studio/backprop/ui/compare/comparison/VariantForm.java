package studio.backprop.ui.compare.comparison;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.compare.Differing;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Agent;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.kit.form.RateField;

/** Editor of a variant, with the forms of the inspector: training, data, and every layer. */
final class VariantForm extends VBox {
  private final ComparedVariants setup;
  private final int index;
  private final Lang lang;
  private final Hints hints;
  private final ReadOnlyObjectWrapper<Project> variant;

  VariantForm(ComparedVariants setup, int index, Lang lang, Hints hints) {
    this.setup = setup;
    this.index = index;
    this.lang = lang;
    this.hints = hints;
    this.variant = new ReadOnlyObjectWrapper<>(this, "variant", setup.variants().get(index));
    getStyleClass().addAll("page", "panel", "variant-form");
    if (variant.get().assignment().acts()) {
      getChildren().addAll(heading(lang.bind("agent.title")), agent());
    }
    getChildren().addAll(heading(lang.bind("twins.training")), training());
    getChildren().addAll(record(Regularization.FORM, TrainingSettings::regularization, TrainingSettings::withRegularization,
        "regularization"));
    getChildren().addAll(heading(lang.bind("twins.data")), data());
    Network network = variant.get().network();
    for (Node node : network.analyse().order()) {
      boolean used = network.outputs().stream().anyMatch(output -> output.id() == node.id() || network.leads(node.id(), output.id()));
      if (used && !node.layer().isInput() && !node.type().settings().isEmpty()) {
        getChildren().addAll(heading(lang.bind("node.title", lang.bind(node.type().title().key()), node.name())), layer(node));
      }
    }
  }

  private Label heading(ObservableValue<String> text) {
    Label heading = new Label();
    heading.textProperty().bind(text);
    heading.getStyleClass().addAll("strong", "heading");
    return heading;
  }

  void show() {
    if (index < setup.variants().size()) {
      variant.set(setup.variants().get(index));
    }
  }

  private void change(UnaryOperator<TrainingSettings> change) {
    setup.change(index, project -> project.withTraining(change));
  }

  private FormGrid agent() {
    FormGrid grid = grid();
    kinds(grid, "agent.method", MethodCatalog.types(), MethodType::title,
        variant.map(project -> project.assignment() instanceof Agent agent
            ? MethodCatalog.typeOf(agent.method()) : MethodCatalog.types().get(0)), // another project may have been opened since
        type -> setup.change(index, project -> Agent.learningBy(project, type)));
    return grid;
  }

  private FormGrid training() {
    FormGrid grid = grid();
    grid.wide(Message.of("training.rate"), Message.of("training.rate.help"), new RateField(lang,
        Kept.number(NumberRange.positive(), training(TrainingSettings::rate), rate -> change(t -> t.withRate(rate))),
        lang.bind("training.rate"), () -> {}));
    kinds(grid, "training.optimizer", OptimizerCatalog.types(), OptimizerType::title,
        training(t -> OptimizerCatalog.typeOf(t.optimizer())), type -> change(t -> t.withOptimizer(type.fresh())));
    grid.getChildren().add(coefficients());
    kinds(grid, "training.schedule", ScheduleCatalog.types(), ScheduleType::title,
        training(t -> ScheduleCatalog.typeOf(t.schedule())), type -> change(t -> t.withSchedule(type.fresh())));
    number(grid, "training.batch", NumberRange.whole(1, 65_536), t -> (double) t.batch(), (t, size) -> t.withBatch(size.intValue()));
    ToggleSwitch shuffle = new ToggleSwitch();
    shuffle.accessibleTextProperty().bind(lang.bind("training.shuffle"));
    Kept.choice(shuffle.selectedProperty().asObject(), training(TrainingSettings::shuffle), on -> change(t -> t.withShuffle(on)));
    grid.row(Message.of("training.shuffle"), Message.of("training.shuffle.help"), shuffle);
    Choice<ClassBalance> balance = kinds(grid, "training.balance", List.of(ClassBalance.values()), Setting::choiceTitle,
        training(TrainingSettings::balance), way -> change(t -> t.withBalance(way)));
    if (!setup.hasClasses()) {
      balance.setDisable(true);
      grid.getChildren().add(note("training.balance.no_classes"));
    }
    number(grid, "training.patience", NumberRange.whole(0, 100_000), t -> (double) t.patience(),
        (t, epochs) -> t.withPatience(epochs.intValue()));
    number(grid, "training.seed", NumberRange.whole(0, 999_999_999), t -> (double) t.seed(), (t, seed) -> t.withSeed(seed.longValue()));
    return grid;
  }

  /** Settings of the optimizer. */
  private VBox coefficients() {
    VBox place = new VBox();
    training(t -> OptimizerCatalog.typeOf(t.optimizer())).subscribe(type -> place.getChildren().setAll(
        record(type.form(), t -> OptimizerCatalog.typeOf(t.optimizer()) == type ? t.optimizer() : type.fresh(),
            TrainingSettings::withOptimizer, "optimizer")));
    return place;
  }

  private void number(
      FormGrid grid, String key, NumberRange range, Function<TrainingSettings, Double> read,
      BiFunction<TrainingSettings, Double, TrainingSettings> write) {
    grid.row(Message.of(key), Message.of(key + ".help"),
        new NumberField(lang, Kept.number(range, training(read), typed -> change(t -> write.apply(t, typed))), lang.bind(key)));
  }

  private <T> Choice<T> kinds(
      FormGrid grid, String key, List<T> all, Function<T, Message> title, ObservableValue<T> kept, Consumer<T> choose) {
    Choice<T> choice = new Choice<>(lang, all, title, lang.bind(key));
    choice.keep(kept, choose);
    grid.row(Message.of(key), Message.of(key + ".help"), choice);
    return choice;
  }

  private Label note(String key) {
    Label note = Labels.wrapped("", "note", "mut");
    note.textProperty().bind(lang.bind(key));
    return note;
  }

  private <T> ObservableValue<T> training(Function<TrainingSettings, T> read) {
    return variant.map(project -> read.apply(project.training()));
  }

  private FormGrid data() {
    FormGrid grid = grid();
    DataSettings now = variant.get().data();
    boolean generated = DatasetCatalog.find(now.dataset()).map(DatasetInfo::source).filter(DatasetInfo.Source::isGenerated).isPresent();
    boolean noisy = DatasetCatalog.find(now.dataset()).map(DatasetInfo::source).filter(DatasetInfo.Source::isNoisy).isPresent();
    if (generated) {
      dataNumber(grid, "palette.points", NumberRange.whole(DataSettings.LEAST_POINTS, DataSettings.MOST_POINTS), d -> (double) d.points(),
          (d, points) -> d.withPoints(points.intValue()));
    }
    if (noisy) {
      dataNumber(grid, "palette.noise", NumberRange.real(0, DataSettings.MOST_NOISE, 0.05), DataSettings::noise, DataSettings::withNoise);
    }
    kinds(grid, "palette.scaling", List.of(Scaling.values()), Differing::titleOf, variant.map(project -> project.data().scaling()),
        scaling -> setup.change(index, project -> project.withData(project.data().withScaling(scaling))));
    return grid;
  }

  private void dataNumber(
      FormGrid grid, String key, NumberRange range, Function<DataSettings, Double> read,
      BiFunction<DataSettings, Double, DataSettings> write) {
    grid.row(Message.of(key), Message.of(key + ".help"), new NumberField(lang,
        Kept.number(range, variant.map(project -> read.apply(project.data())),
            typed -> setup.change(index, project -> project.withData(write.apply(project.data(), typed)))), lang.bind(key)));
  }

  private <R> FormView<R> record(Form<R> form, Function<TrainingSettings, R> read, BiFunction<TrainingSettings, R, TrainingSettings> write,
      String id) {
    FormModel<R> model = new FormModel<>(form, id, read.apply(variant.get().training()),
        (Edits<R>) (setting, merge, change) -> change(t -> write.apply(t, change.apply(read.apply(t)))));
    variant.subscribe(project -> model.show(read.apply(project.training())));
    return new FormView<>(lang, hints, model);
  }

  private FormView<Layer> layer(Node node) {
    FormModel<Layer> model = new FormModel<>(node.type().form(), "node-" + node.id(), node.layer(),
        (Edits<Layer>) (setting, merge, change) -> setup.change(index,
            project -> project.withNetwork(network -> network.with(node.id(), n -> n.withLayer(change.apply(n.layer()))))));
    variant.subscribe(project -> project.network().find(node.id()).ifPresent(now -> model.show(now.layer())));
    return new FormView<>(lang, hints, model);
  }

  private FormGrid grid() {
    return new FormGrid(lang, hints, () -> {});
  }

  /** Edits go to the setup at once, without merging. */
  @FunctionalInterface
  private interface Edits<R> extends FormModel.Edits<R> {
    @Override
    void change(Setting setting, String merge, UnaryOperator<R> change);

    @Override
    default void settle() {}
  }
}
