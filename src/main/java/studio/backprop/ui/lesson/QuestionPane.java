package studio.backprop.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** The question of a step: answers to choose, a number to type, an order, a curve; and, for another place, how sure the learner is. */
final class QuestionPane extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final LessonModel model;
  private final Lang lang;
  private final Typesetter typesetter;
  private final ThemeModel theme;
  private final Function<String, Optional<byte[]>> files;
  private final List<Node> choices = new ArrayList<>();
  private final List<MarkdownPane> words = new ArrayList<>();
  private final HBox sure = new HBox();
  private Subscription chosenSure = Subscription.EMPTY;
  private TextField number;

  QuestionPane(LessonModel model, Lang lang, Typesetter typesetter, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.typesetter = typesetter;
    this.theme = theme;
    this.files = name -> model.folder().file(name); // of its author, another one after each save
    getStyleClass().add("question");
    managedProperty().bind(visibleProperty());
    sure.managedProperty().bind(sure.visibleProperty());
    model.answering().keyProperty().subscribe(this::mark);
    model.answering().orderProperty().subscribe(this::mark);
    model.phaseProperty().subscribe(this::mark);
    model.tallyProperty().subscribe(this::mark);
    model.presentedProperty().subscribe(this::mark);
  }

  /** Shows the question of the step at hand. */
  void begin() {
    getChildren().clear();
    choices.clear();
    words.clear();
    number = null;
    Optional<Asking> asking = model.current().asking();
    setVisible(asking.isPresent());
    asking.ifPresent(this::fill);
    mark();
  }

  private void fill(Asking asking) {
    StepTexts.choices(asking).forEach(choice -> getChildren().add(choice(choice, asking)));
    if (asking instanceof PredictNumber) {
      getChildren().add(number());
    } else if (asking instanceof PredictCurve curve) {
      getChildren().addAll(new CurveSketch(model, curve, lang, theme), howToDraw());
    }
    if (asking instanceof Predict) {
      fillSure();
    }
  }

  /** The words of the answers, with numbers. */
  void words(List<String> texts) {
    for (int i = 0; i < Math.min(texts.size(), words.size()); i++) {
      words.get(i).show(texts.get(i));
      choices.get(i).setAccessibleText(i + 1 + ". " + words.get(i).plain());
    }
  }

  /** Letters for a class, numbers for a learner: both are also keys. */
  private Node choice(Choice choice, Asking asking) {
    MarkdownPane text = new MarkdownPane(typesetter, files, "lesson-text");
    text.show(choice.text());
    words.add(text);
    int place = choices.size();
    Label sign = new Label();
    sign.getStyleClass().add("sign");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    // a button would not become higher with the lines of its text
    Label votes = new Label();
    votes.getStyleClass().add("votes");
    votes.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(sign, text, votes);
    HBox.setHgrow(text, Priority.ALWAYS);
    row.getStyleClass().add("answer");
    row.setId("answer-" + choice.key());
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    row.setAccessibleText(place + 1 + ". " + text.plain());
    row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      row.requestFocus();
      model.choose(choice.key());
    });
    row.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(choice, place, event));
    choices.add(row);
    row.setUserData(choice);
    return row;
  }

  /** Enter chooses, as Space does where it does not reveal; the arrows lead to the next. */
  private void press(Choice choice, int place, KeyEvent event) {
    int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && !model.mayReveal()) {
      model.choose(choice.key());
      event.consume();
    } else if (step != 0) {
      choices.get(Math.floorMod(place + step, choices.size())).requestFocus();
      event.consume();
    }
  }

  private Label howToDraw() {
    Label how = new Label();
    how.getStyleClass().addAll("note", "mut");
    how.setWrapText(true);
    how.textProperty().bind(lang.bind("lesson.curve.how"));
    how.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.ASKING));
    how.managedProperty().bind(how.visibleProperty());
    return how;
  }

  private Node number() {
    number = new TextField();
    number.setId("answer-number");
    number.getStyleClass().add("number-answer");
    number.textProperty().bindBidirectional(model.answering().typedProperty());
    number.promptTextProperty().bind(lang.bind("lesson.number.prompt"));
    number.accessibleTextProperty().bind(lang.bind("lesson.number.spoken"));
    number.setOnAction(event -> {
      if (model.mayReveal()) {
        model.reveal();
      } else if (!sure.getChildren().isEmpty()) {
        sure.lookupAll(".toggle-button").stream().findFirst().ifPresent(Node::requestFocus);
      }
    });
    number.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
    return number;
  }

  /** How sure the learner is, which is asked beside the button that reveals, always in sight. */
  Region sure() {
    return sure;
  }

  private void fillSure() {
    sure.getChildren().clear();
    sure.getStyleClass().setAll("sure");
    Label ask = new Label();
    ask.getStyleClass().add("mut");
    ask.textProperty().bind(lang.bind("lesson.sure"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    HBox segments = new HBox();
    segments.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (int level = 1; level <= 3; level++) {
      int value = level;
      ToggleButton one = new ToggleButton();
      one.setId("sure-" + level);
      one.textProperty().bind(lang.bind("lesson.sure." + level));
      one.setToggleGroup(group);
      one.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      one.setMinWidth(Region.USE_PREF_SIZE);
      if (level != 2) {
        one.getStyleClass().add(level == 1 ? "first" : "last");
      }
      one.setOnAction(event -> {
        one.setSelected(true); // a second click does not take it back
        model.answering().sureProperty().set(value);
      });
      one.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
      segments.getChildren().add(one);
    }
    chosenSure.unsubscribe(); // that of the step before
    chosenSure = model.answering().sureProperty().subscribe(now -> {
      if (now.intValue() > 0 && now.intValue() <= segments.getChildren().size()) {
        ((ToggleButton) segments.getChildren().get(now.intValue() - 1)).setSelected(true);
      }
    });
    sure.getChildren().addAll(ask, segments);
  }

  /** Shows what is chosen and, once it is known, what is right. */
  private void mark() {
    Asking asking = model.current().asking().orElse(null);
    boolean done = model.phase() == Phase.DONE;
    List<String> order = model.answering().orderProperty().get();
    for (int i = 0; i < choices.size(); i++) {
      Node button = choices.get(i);
      Choice choice = (Choice) button.getUserData();
      Label sign = (Label) button.lookup(".sign");
      boolean ranked = asking instanceof PredictRank;
      int place = order.indexOf(choice.key());
      boolean chosen = ranked ? place >= 0 : choice.key().equals(model.answering().keyProperty().get());
      button.pseudoClassStateChanged(CHOSEN, chosen);
      String right = asking instanceof PredictChoice predict ? predict.answer() : asking instanceof Explain explain ? explain.answer() : "";
      boolean placed = asking instanceof PredictRank rank && place >= 0 && rank.answer().get(place).equals(choice.key());
      button.pseudoClassStateChanged(RIGHT, done && (ranked ? placed : choice.key().equals(right)));
      button.pseudoClassStateChanged(WRONG, done && chosen && !(ranked ? placed : choice.key().equals(right)));
      button.setDisable(model.phase() == Phase.REVEALING || done && !(asking instanceof Explain));
      int truly = asking instanceof PredictRank rank && done ? rank.answer().indexOf(choice.key()) : -1;
      if (sign != null) {
        sign.setText(ranked ? truly >= 0 ? String.valueOf(truly + 1) : place < 0 ? "–" : String.valueOf(place + 1)
            : model.presentedProperty().get() ? String.valueOf((char) ('A' + i)) : String.valueOf(i + 1));
      }
      String votes = i < model.tallyProperty().get().size() ? String.valueOf(model.tallyProperty().get().get(i)) : "";
      boolean misplaced = truly >= 0 && place >= 0 && place != truly;
      ((Label) button.lookup(".votes")).setText(misplaced ? lang.say("lesson.rank.yours", place + 1) : votes);
    }
  }

  /** The answer that a digit means. @return whether there is one */
  boolean press(int digit) {
    if (digit < 1 || digit > choices.size() || choices.get(digit - 1).isDisabled()) {
      return false;
    }
    model.choose(((Choice) choices.get(digit - 1).getUserData()).key());
    return true;
  }

  /** Where the keys are of use first. */
  void focusFirst() {
    if (number != null) {
      number.requestFocus();
    } else if (!choices.isEmpty()) {
      choices.get(0).requestFocus();
    }
  }
}
