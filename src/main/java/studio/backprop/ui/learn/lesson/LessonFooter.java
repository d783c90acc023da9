package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Footer of a lesson, always visible: the button that reveals or continues, and further actions of the step. */
final class LessonFooter extends VBox {
  private final LessonModel model;
  private final Lang lang;
  private final Hints hints;
  private final Runnable leave;
  private final Button main = new Button();
  /** Actions that help with the question. */
  private final FlowPane help = new FlowPane();
  /** Links. */
  private final FlowPane more = new FlowPane();
  private final ProgressBar progress = new ProgressBar();
  private final Button hint;
  private final Button solution;
  private final Button cancel;
  private final Button sheet;
  private final Hyperlink end;
  private final Hyperlink putBack;
  private final Hyperlink stay;
  private final Hyperlink back;
  private final Hyperlink skip;
  private final Hyperlink further;
  private final ReadOnlyBooleanWrapper reveals = new ReadOnlyBooleanWrapper(this, "reveals");
  private final Turning turning = new Turning();
  private Optional<Runnable> next = Optional.empty();
  private Consumer<Directive.Sheet> sheets = sheet -> {};

  LessonFooter(LessonModel model, Lang lang, Runnable leave) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.leave = leave;
    getStyleClass().add("lesson-footer");
    main.setId("lesson-main");
    main.getStyleClass().add("main");
    main.setMaxWidth(Double.MAX_VALUE);
    main.setOnAction(event -> press());
    main.setVisible(false); // until there is a step
    main.managedProperty().bind(main.visibleProperty());
    for (FlowPane row : List.of(help, more)) {
      row.getStyleClass().add("more");
      row.managedProperty().bind(row.visibleProperty());
    }
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setId("lesson-progress");
    progress.managedProperty().bind(progress.visibleProperty());
    hint = button("lesson.hint", Icon.IDEA, model.question()::hint);
    hints.describe(hint, "lesson.hint.help");
    solution = button("lesson.solution", Icon.PLAY, model.question()::playSolution);
    cancel = button("lesson.cancel", Icon.CLOSE, model.question()::cancel);
    hints.describe(cancel, "lesson.cancel.help");
    sheet = button("lesson.sheet", Icon.WORKSHEET, () -> model.current().sheet().ifPresent(sheets));
    end = link("lesson.leave", Icon.CLOSE, leave);
    putBack = link("lesson.put_back", Icon.RESET, model.question()::putStartBack);
    stay = link("lesson.stay", Icon.PLAY, model::stay);
    back = link("lesson.back", Icon.CHEVRON_LEFT, model::back);
    skip = link("lesson.skip", Icon.CHEVRON_RIGHT, model::skip);
    further = link("lesson.go_on", Icon.CHEVRON_RIGHT, model::skip);
    HBox work = new HBox(progress, cancel);
    work.getStyleClass().add("lesson-work");
    HBox.setHgrow(progress, Priority.ALWAYS);
    work.visibleProperty().bind(progress.visibleProperty().or(cancel.visibleProperty())); // else it takes clicks where it was
    work.managedProperty().bind(work.visibleProperty());
    getChildren().addAll(work, main, help, more);
  }

  /** Places a node above the continue button. */
  void place(Region above) {
    getChildren().add(0, above);
  }

  /** Action of the link to the next lesson. */
  void offerNext(Runnable open) {
    next = Optional.of(open);
  }

  /** Moves the continue button elsewhere; {@link #takeBack} restores it. */
  Button lend() {
    getChildren().remove(main);
    return main;
  }

  void takeBack() {
    getChildren().add(getChildren().indexOf(help), main);
  }

  /** Action that opens a worksheet. */
  void onSheet(Consumer<Directive.Sheet> open) {
    sheets = open;
  }

  /** Whether Space reveals, instead of Play. */
  ObservableBooleanValue revealsProperty() {
    return reveals.getReadOnlyProperty();
  }

  /** Slides shown in class before the lesson continues. */
  Turning turning() {
    return turning;
  }

  private void press() {
    if (turning.leadsProperty().get()) {
      turning.ahead();
    } else if (model.endedProperty().get()) {
      next.orElse(leave).run();
    } else {
      goOn();
    }
  }

  /** Triggers the main button: reveals, or goes to the next step. @return whether it was enabled */
  boolean goOn() {
    if (model.phase() == Phase.ASKING) {
      boolean may = model.question().mayReveal();
      model.question().reveal();
      return may;
    }
    boolean may = model.phase() == Phase.DONE || model.phase() == Phase.READING;
    model.next();
    return may;
  }

  void refresh() {
    Phase phase = model.phase();
    boolean ended = model.endedProperty().get();
    Asking asking = model.current().asking().orElse(null);
    boolean last = model.stepProperty().get() == model.lesson().steps().size() - 1;
    boolean asks = phase == Phase.ASKING || phase == Phase.REVEALING;
    String end = next.isPresent() ? "lesson.next_lesson" : "lesson.leave";
    String reveal = asking instanceof Task ? "lesson.solution" : "lesson.reveal";
    main.setText(lang.say(ended ? end : asks ? reveal : last ? "lesson.finish" : "lesson.next"));
    main.setGraphic((phase != Phase.ASKING || ended ? Icon.ARROW_RIGHT : asking instanceof Task ? Icon.PLAY : Icon.EYE).view());
    boolean leads = asking instanceof Predict || model.question().mayReveal();
    main.setVisible(ended || phase != Phase.PREPARING && (phase != Phase.ASKING || leads));
    boolean may = phase == Phase.READING || phase == Phase.DONE || phase == Phase.ASKING && model.question().mayReveal();
    main.setDisable(!ended && !may);
    if (turning.leadsProperty().get()) {
      main.setText(lang.say("lesson.next"));
      main.setGraphic(Icon.ARROW_RIGHT.view());
      main.setVisible(true);
      main.setDisable(false);
    }
    reveals.set(!ended && model.question().mayReveal() && !(asking instanceof Task)); // in a task Space trains
    fillMore(phase, ended, asking);
    boolean task = asking instanceof Task && phase == Phase.ASKING;
    more.setVisible(task || !model.presentedProperty().get()); // before a class the keys lead
    look();
  }

  /** Reuses buttons and links as long as they apply, to keep their focus. */
  private void fillMore(Phase phase, boolean ended, Asking asking) {
    List<Node> helps = new ArrayList<>();
    List<Node> leads = new ArrayList<>();
    if (ended) {
      next.ifPresent(open -> leads.add(end));
      leads.add(back);
    } else {
      if (asking instanceof Task && phase == Phase.ASKING) {
        helps.addAll(List.of(hint, solution));
        leads.add(putBack);
      }
      if (phase == Phase.DONE) {
        leads.add(model.playingProperty().get() ? putBack : stay);
      }
      if (model.stepProperty().get() > 0) {
        leads.add(back);
      }
      model.current().sheet().ifPresent(some -> helps.add(sheet));
      if (phase == Phase.ASKING) {
        boolean answered = model.outcome(model.stepProperty().get()).filter(outcome -> !outcome.isSkipped()).isPresent();
        leads.add(answered ? further : skip);
      }
    }
    show(help, helps);
    show(more, leads);
  }

  private static void show(Pane row, List<Node> wanted) {
    if (!row.getChildren().equals(wanted)) {
      row.getChildren().setAll(wanted);
    }
  }

  private Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(null, icon.view());
    button.textProperty().bind(lang.bind(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(event -> action.run());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private Hyperlink link(String key, Icon icon, Runnable action) {
    Hyperlink link = new Hyperlink(null, icon.view());
    link.textProperty().bind(lang.bind(key));
    link.setId(key.replace('.', '-').replace('_', '-'));
    link.setOnAction(event -> {
      link.setVisited(false);
      action.run();
    });
    hints.describe(link, key + ".help");
    return link;
  }

  /** Updates what depends on time: hint button, progress of a reveal. */
  void look() {
    hint.setDisable(!model.question().help().mayHint());
    hint.setVisible(!model.question().help().hintsExhausted());
    solution.setVisible(model.question().help().mayPlaySolution());
    cancel.setVisible(model.question().mayCancel());
    help.setVisible(more.isVisible() && help.getChildren().stream().anyMatch(Node::isVisible));
    double far = model.bench().progressProperty().get();
    boolean busy = far >= 0;
    if (progress.isVisible() != busy) {
      progress.setVisible(busy);
    }
    if (busy) {
      progress.setProgress(far);
    }
  }

  Node main() {
    return main;
  }

  /** Whether the continue button is enabled. */
  boolean leadsOn() {
    return main.isVisible() && !main.isDisabled();
  }
}
