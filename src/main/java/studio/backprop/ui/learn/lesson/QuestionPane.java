package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.ui.kit.FocusRing;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;

/** The question of a step: options, number, order, or curve; and, as a separate node, the confidence. */
final class QuestionPane extends VBox {
  private final LessonModel model;
  private final Lang lang;
  private final Typesetter typesetter;
  private final ThemeModel theme;
  private final Function<String, Optional<byte[]>> files;
  private final List<AnswerRow> answers = new ArrayList<>();
  private final SureRow sure;
  private Optional<CurveSketch> sketch = Optional.empty();
  private TextField number;

  QuestionPane(LessonModel model, Lang lang, Typesetter typesetter, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.typesetter = typesetter;
    this.theme = theme;
    // reloaded after each save
    this.files = name -> model.folder().picture(name, lang.texts().locale().getLanguage());
    getStyleClass().add("question");
    managedProperty().bind(visibleProperty());
    sure = new SureRow(model, lang);
    model.answering().keyProperty().subscribe(this::mark);
    model.answering().orderProperty().subscribe(this::mark);
    model.phaseProperty().subscribe(this::mark);
    model.question().tally().countsProperty().subscribe(this::mark);
    model.presentedProperty().subscribe(this::mark);
  }

  void begin() {
    getChildren().clear();
    answers.clear();
    sketch = Optional.empty();
    number = null;
    Optional<Asking> asking = model.current().asking();
    setVisible(asking.isPresent());
    asking.ifPresent(this::fill);
    mark();
  }

  private void fill(Asking asking) {
    StepTexts.choices(asking).forEach(choice -> getChildren().add(answer(choice, asking)));
    if (!answers.isEmpty()) {
      lead(answers.get(0));
    }
    if (asking instanceof PredictNumber) {
      getChildren().add(number());
    } else if (asking instanceof PredictCurve curve) {
      CurveSketch drawn = new CurveSketch(model, curve, lang, theme, this::goOn);
      sketch = Optional.of(drawn);
      getChildren().addAll(drawn, howToDraw());
    }
    if (asking instanceof Predict) {
      sure.begin();
    }
  }

  /** Sets the texts of the options, with numbers. */
  void words(List<String> texts) {
    for (int i = 0; i < Math.min(texts.size(), answers.size()); i++) {
      answers.get(i).words(texts.get(i));
    }
    mark();
  }

  /** Letters in class, numbers otherwise: both are also keys. */
  private AnswerRow answer(Choice choice, Asking asking) {
    AnswerRow row = new AnswerRow(choice, new MarkdownPane(typesetter, files, "lesson-text"), asking instanceof PredictRank,
        () -> model.question().choose(choice.key()));
    int place = answers.size();
    row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      row.requestFocus();
      model.question().choose(choice.key());
    });
    row.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(row, place, event));
    row.focusedProperty().subscribe(focused -> {
      if (focused) {
        lead(row);
      }
    });
    answers.add(row);
    return row;
  }

  /** All options are one tab stop. */
  private void lead(AnswerRow stop) {
    answers.forEach(row -> row.setFocusTraversable(row == stop));
  }

  /** Enter selects, and continues on the selected option; Space selects, too, where it does not reveal. Arrows move the focus. */
  private void press(AnswerRow row, int place, KeyEvent event) {
    int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    boolean ranked = model.current().asking().orElse(null) instanceof PredictRank;
    if (step != 0) {
      FocusRing.lead(answers.get(Math.floorMod(place + step, answers.size())));
    } else if (event.getCode() == KeyCode.ENTER) {
      if (ranked || !row.isChosen() || !goOn()) {
        model.question().choose(row.key());
      }
    } else if (event.getCode() == KeyCode.SPACE && !model.question().mayReveal()) {
      model.question().choose(row.key());
    } else {
      return;
    }
    event.consume();
  }

  /** From the answer to the confidence, and from there to the reveal. @return whether there is an answer */
  private boolean goOn() {
    boolean may = model.question().mayReveal();
    boolean given = model.current().asking().orElse(null) instanceof Predict predict && model.answering().isGiven(predict)
        && model.phase() == Phase.ASKING;
    if (may) {
      model.question().reveal();
    } else if (given) {
      FocusRing.lead(sure.first());
    }
    return may || given;
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
    number.setOnAction(event -> goOn());
    number.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
    return number;
  }

  /** Confidence, shown beside the reveal button. */
  Region sure() {
    return sure;
  }

  /** Marks the selected option and, once revealed, the correct one. */
  private void mark() {
    Asking asking = model.current().asking().orElse(null);
    boolean done = model.phase() == Phase.DONE;
    List<String> order = model.answering().orderProperty().get();
    for (int i = 0; i < answers.size(); i++) {
      AnswerRow row = answers.get(i);
      boolean ranked = asking instanceof PredictRank;
      int place = order.indexOf(row.key());
      boolean chosen = ranked ? place >= 0 : row.key().equals(model.answering().keyProperty().get());
      String answer = asking instanceof PredictChoice one ? one.answer() : asking instanceof Explain explain ? explain.answer() : "";
      boolean placed = asking instanceof PredictRank rank && place >= 0 && rank.answer().get(place).equals(row.key());
      boolean right = done && (ranked ? placed : row.key().equals(answer));
      boolean wrong = done && chosen && !right;
      row.mark(chosen, right, wrong);
      row.setDisable(model.phase() == Phase.REVEALING || done && !(asking instanceof Explain));
      int truly = asking instanceof PredictRank rank && done ? rank.answer().indexOf(row.key()) : -1;
      List<Integer> counts = model.question().tally().countsProperty().get();
      String votes = i < counts.size() ? String.valueOf(counts.get(i)) : "";
      boolean misplaced = truly >= 0 && place >= 0 && place != truly;
      String sign = ranked ? truly >= 0 ? String.valueOf(truly + 1) : place < 0 ? "–" : String.valueOf(place + 1)
          : model.presentedProperty().get() ? String.valueOf((char) ('A' + i)) : String.valueOf(i + 1);
      row.sign(sign, misplaced ? lang.say("lesson.rank.yours", place + 1) : votes);
      String said = ranked ? place < 0 ? "lesson.spoken.unplaced" : "lesson.spoken.placed"
          : right ? "lesson.spoken.right" : wrong ? "lesson.spoken.wrong" : "lesson.spoken";
      row.setAccessibleText(lang.say(said, i + 1, row.plain(), Math.max(place, truly) + 1));
    }
  }

  /** Selects the option of a digit. @return whether there is one */
  boolean press(int digit) {
    if (digit < 1 || digit > answers.size() || answers.get(digit - 1).isDisabled()) {
      return false;
    }
    FocusRing.lead(answers.get(digit - 1)); // Enter goes on with what was chosen
    model.question().choose(answers.get(digit - 1).key());
    return true;
  }

  /** Initial focus; empty without a question. */
  Optional<Node> first() {
    return number != null ? Optional.of(number) : sketch.isPresent() ? sketch.map(CurveSketch::first)
        : answers.stream().filter(Node::isFocusTraversable).map(Node.class::cast).findFirst();
  }
}
