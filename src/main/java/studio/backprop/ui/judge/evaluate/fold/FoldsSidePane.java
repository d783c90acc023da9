package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.fold.BestColumns;
import studio.backprop.evaluate.fold.CrossValidation.Method;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.workspace.run.DataTexts;

/** Side panel of the page: division of the rows, train button, and result. */
final class FoldsSidePane extends VBox {
  private static final int DIGITS = 4;
  private final FoldsModel model;
  private final Lang lang;
  private final Hints hints;
  private final VBox methods = new VBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Button run = new Button(null, Icon.PLAY.view());
  private final Button cancel = new Button(null, Icon.STOP.view());
  private final ProgressBar bar = new ProgressBar();
  private final HBox going = new HBox();
  private final Label progress = new Label();
  private final Label problem = new Label(null, Icon.WARNING.view());
  private final Label rare = new Label(null, Icon.INFO.view());
  private final Label leak = new Label(null, Icon.WARNING.view());
  private final FoldsResult result;
  private Choice<BestColumns.Rows> rows;

  FoldsSidePane(FoldsModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.result = new FoldsResult(lang, theme);
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("folds.division"));
    new Terms(lang).explain(title, "cross-validation", "fold", "stratified");
    makeMethods();
    makeButtons();
    Label note = new Label(null, Icon.INFO.view());
    note.getStyleClass().add("compared");
    note.setWrapText(true);
    note.textProperty().bind(lang.bind("folds.note"));
    VBox far = new VBox(progress, bar);
    far.getStyleClass().add("methods");
    HBox.setHgrow(far, Priority.ALWAYS);
    going.getChildren().addAll(far, cancel);
    going.getStyleClass().add("title-row");
    getStyleClass().addAll("metrics-side", "folds-side");
    VBox choices = new VBox(title, methods, form());
    choices.getStyleClass().add("folds-choices");
    getChildren().addAll(choices, leak, rare, problem, run, going, result, note);
    model.warnedProperty().subscribe(now -> {
      offerRows();
      show();
    });
    model.trainableProperty().subscribe(can -> {
      Sight.show(choices, can);
      show();
    });
    for (NumberModel number : List.of(model.form().folds(), model.form().repeats(), model.form().epochs(), model.form().best())) {
      number.valueProperty().subscribe(now -> showProblem());
    }
    model.form().groupColumnProperty().subscribe(now -> showProblem());
    model.form().chosenOnProperty().subscribe(now -> showProblem());
    model.form().methodProperty().subscribe(now -> {
      showProblem();
      select(now);
    });
  }

  private void makeMethods() {
    methods.getStyleClass().add("methods");
    for (Method method : Method.values()) {
      RadioButton button = new RadioButton();
      String key = FoldsTexts.method(method).key();
      button.textProperty().bind(lang.bind(key));
      button.setToggleGroup(group);
      button.setUserData(method);
      button.setId("method-" + method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      ReadOnlyObjectWrapper<Message> help = new ReadOnlyObjectWrapper<>(Message.of(key + ".help"));
      hints.explain(button, help.getReadOnlyProperty());
      Label why = new Label();
      why.getStyleClass().addAll("note", "mut");
      why.setMinWidth(0);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox row = new HBox(button, gap, why);
      row.getStyleClass().add("title-row");
      methods.getChildren().add(row);
      Runnable decide = () -> {
        Optional<Message> refused = model.form().refusal(method);
        button.setDisable(refused.isPresent() || model.stateProperty().get() == FoldsModel.State.RUNNING);
        why.setText(refused.map(lang::say).orElse(""));
      };
      model.revisionProperty().subscribe(now -> decide.run());
      lang.textsProperty().subscribe(now -> decide.run());
    }
    group.selectedToggleProperty().subscribe((before, now) -> {
      if (now != null) {
        model.form().methodProperty().set((Method) now.getUserData());
      }
    });
  }

  private void select(Method method) {
    group.getToggles().stream().filter(toggle -> toggle.getUserData() == method).findFirst().ifPresent(group::selectToggle);
  }

  private FormGrid form() {
    FormGrid grid = new FormGrid(lang, hints, () -> {});
    Choice<String> column = new Choice<>(lang, List.of(), name -> Message.of("metrics.column", name), lang.bind("folds.groups"));
    model.form().groupColumnsProperty().subscribe(columns -> column.getItems().setAll(columns));
    column.keep(model.form().groupColumnProperty(), model.form().groupColumnProperty()::set);
    grid.row(Message.of("folds.groups"), Message.of("folds.groups.help"), column,
        Bindings.createBooleanBinding(() -> model.form().methodProperty().get().needsGroups(), model.form().methodProperty()));
    row(grid, "folds.folds", model.form().folds());
    row(grid, "folds.repeats", model.form().repeats());
    row(grid, "folds.train_epochs", model.form().epochs());
    row(grid, "folds.seed", model.form().seed());
    row(grid, "folds.at_once", model.form().atOnce());
    BooleanBinding columned = Bindings.createBooleanBinding(() -> model.form().columnedProperty().getValue(),
        model.form().columnedProperty());
    grid.row(Message.of("folds.best"), Message.of("folds.best.help"), new NumberField(lang, model.form().best(), lang.bind("folds.best"))
        .digits(DIGITS).naming(0, lang.bind("folds.best.all")).withRange(), columned);
    rows = new Choice<>(lang, List.of(), this::title, lang.bind("folds.chosen_on"));
    rows.setId("chosen-on");
    rows.keep(model.form().chosenOnProperty(), model.form().chosenOnProperty()::set);
    grid.row(Message.of("folds.chosen_on"), Message.of("folds.chosen_on.help"), rows,
        columned.and(Bindings.createBooleanBinding(() -> model.form().best().value() > 0, model.form().best().valueProperty())));
    grid.disableProperty().bind(model.stateProperty().isEqualTo(FoldsModel.State.RUNNING));
    return grid;
  }

  private Message title(BestColumns.Rows chosenOn) {
    boolean silent = chosenOn == BestColumns.Rows.ALL && !model.warnedProperty().get();
    return Message.of("folds.chosen_on." + (silent ? "any" : chosenOn.name().toLowerCase(Locale.ROOT)));
  }

  /** Rebuilt, as a title tells whether a choice leaks. */
  private void offerRows() {
    rows.getItems().setAll(BestColumns.Rows.values());
    rows.setValue(model.form().chosenOnProperty().get());
  }

  private void row(FormGrid grid, String key, NumberModel number) {
    grid.row(Message.of(key), Message.of(key + ".help"), new NumberField(lang, number, lang.bind(key)).digits(DIGITS).withRange());
  }

  private void makeButtons() {
    run.setId("run-folds");
    run.getStyleClass().add("main");
    run.setMaxWidth(Double.MAX_VALUE);
    run.setOnAction(event -> model.start());
    run.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.results().isEmpty() ? "folds.run" : "folds.run_again"), model.revisionProperty(), lang.textsProperty()));
    hints.explain(run, "folds.run.help");
    cancel.setId("cancel-folds");
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancel());
    cancel.textProperty().bind(lang.bind("folds.cancel"));
    hints.explain(cancel, "folds.cancel.help");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(progress.textProperty());
    progress.getStyleClass().addAll("note", "mut");
    progress.setWrapText(true);
    for (Label label : List.of(problem, rare, leak)) {
      label.getStyleClass().addAll("note", label == rare ? "mut" : "warn");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
  }

  private void showProblem() {
    boolean known = model.data().isPresent();
    boolean running = model.stateProperty().get() == FoldsModel.State.RUNNING;
    Optional<Message> failure = Optional.ofNullable(model.failureProperty().get());
    Optional<Message> said = running ? Optional.empty() : known ? model.problem().or(() -> failure) : failure;
    problem.setText(said.map(lang::say).orElse(""));
    Sight.show(problem, said.isPresent() && model.trainableProperty().get());
    Optional<String> few = known && said.isEmpty() ? model.form().rareClass().map(rarest -> lang.say("folds.rare",
        new DataTexts(lang).ofClass(model.data().orElseThrow().dataset(), rarest.index()), rarest.examples())) : Optional.empty();
    rare.setText(few.orElse(""));
    Sight.show(rare, few.isPresent() && model.trainableProperty().get());
    leak.setText(lang.say("folds.leaks"));
    Sight.show(leak, model.form().leaks() && model.warnedProperty().get() && model.trainableProperty().get());
    run.setDisable(running || model.problem().isPresent());
  }

  void show() {
    boolean running = model.stateProperty().get() == FoldsModel.State.RUNNING;
    boolean keys = run.isFocused() || cancel.isFocused();
    boolean trainable = model.trainableProperty().get();
    Sight.show(run, trainable); // keeps its place: a second click does not cancel
    Sight.show(cancel, trainable);
    Sight.show(going, running);
    showProblem();
    if (keys) { // what is hidden or disabled takes no focus
      (running ? cancel : run).requestFocus();
    }
    bar.setProgress(model.running().map(FoldExperiment::progress).orElse(0.0));
    progress.setText(model.running().map(now -> lang.say("folds.progress", now.done(), now.all())).orElseGet(
        () -> lang.say("folds.dividing")));
    Optional<FoldExperiment> folds = model.experiment(FoldExperiment.Kind.FOLDS);
    Sight.show(result, folds.isPresent());
    folds.ifPresent(now -> result.show(now, model.warnedProperty().get()));
  }
}
