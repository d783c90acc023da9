package studio.backprop.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Number field with arrows, range and reason of a rejected entry. Enter or loss of focus commits, Escape restores, Up and Down step. After
 * Enter the focus leaves the field; Space commits and is then handled by the window.
 */
public final class NumberField extends VBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final NumberModel model;
  private final Lang lang;
  private final TextField field = new TextField();
  private final Label range = new Label();
  private final Label refusal = new Label();
  /** Focus owner after Enter: between this field and the next. */
  private final Region after = new Region();
  private final StringBinding shown;
  /** Whether the field is focused or its entry rejected. Referenced, since what it depends on knows it weakly. */
  private final BooleanBinding asked;
  /** Displayed significant digits; 0 for all. */
  private final IntegerProperty digitsShown = new SimpleIntegerProperty(this, "digitsShown");
  private double named;
  private ObservableValue<String> word;

  public NumberField(Lang lang, NumberModel model, ObservableValue<String> name) {
    this.lang = lang;
    this.model = model;
    asked = field.focusedProperty().or(model.refusalProperty().isNotNull());
    shown = Bindings.createStringBinding(this::written, model.valueProperty(), lang.numbersProperty(), digitsShown);
    build(name);
    bind();
  }

  /** Shows the valid range at the end of the row while the field is focused or edited. */
  public NumberField withRange() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row().getChildren().addAll(gap, range);
    return this;
  }

  /** Sets the width in digits. */
  public NumberField digits(int digits) {
    field.setPrefColumnCount(digits);
    return this;
  }

  /** Shows the reason of a rejected entry in another node, where a sentence does not fit below the field. */
  public NumberField refuseIn(Pane place) {
    place.getChildren().add(refusal);
    return this;
  }

  /** Displays a computed number rounded, with all digits in a tooltip. Committing the unedited text changes nothing. */
  public NumberField rounded(int significant) {
    digitsShown.set(significant);
    Tooltip exact = new Tooltip();
    exact.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("kit.exactly", lang.numbers().entry(model.value())), model.valueProperty(), lang.textsProperty(),
        lang.numbersProperty()));
    field.tooltipProperty().bind(Bindings.createObjectBinding(
        () -> shown.get().equals(lang.numbers().entry(model.value())) ? null : exact, shown, model.valueProperty()));
    return this;
  }

  /** Displays and accepts a special number as a word, such as "all". */
  public NumberField naming(double number, ObservableValue<String> said) {
    named = number;
    word = said;
    shown.invalidate();
    field.setText(shown.get());
    return this;
  }

  private String written() {
    int digits = digitsShown.get();
    double value = model.value();
    if (word != null && value == named) {
      return word.getValue();
    }
    return lang.numbers().entry(digits == 0 || !Double.isFinite(value) ? value
        : new BigDecimal(value).round(new MathContext(digits)).doubleValue());
  }

  public NumberModel model() {
    return model;
  }

  private HBox row() {
    return (HBox) getChildren().get(0);
  }

  private void build(ObservableValue<String> name) {
    getStyleClass().add("number-field");
    field.accessibleTextProperty().bind(name);
    field.setPrefColumnCount(5);
    VBox arrows = new VBox(arrow("arrow-up", model::more), arrow("arrow-down", model::less));
    arrows.getStyleClass().add("arrows");
    StackPane frame = new StackPane(field, arrows);
    frame.getStyleClass().add("frame");
    HBox row = new HBox(frame);
    row.getStyleClass().add("row");
    range.getStyleClass().add("range");
    refusal.getStyleClass().add("refusal");
    after.setManaged(false);
    after.setAccessibleRole(AccessibleRole.TEXT);
    after.accessibleTextProperty().bind(Bindings.createStringBinding(() -> name.getValue() + " " + shown.get(), name, shown));
    getChildren().addAll(row, refusal, after);
  }

  /** Not focusable: the keyboard has Up and Down. */
  private Region arrow(String style, Runnable action) {
    Region tip = new Region();
    tip.getStyleClass().add("tip");
    StackPane arrow = new StackPane(tip);
    arrow.getStyleClass().add(style);
    arrow.setOnMousePressed(e -> {
      action.run();
      field.requestFocus();
    });
    return arrow;
  }

  private void bind() {
    shown.subscribe(field::setText);
    range.textProperty().bind(Bindings.createStringBinding(
        () -> model.range().label(lang.numbers()).map(lang::say).orElse(""), lang.textsProperty()));
    field.accessibleHelpProperty().bind(range.textProperty());
    refusal.textProperty().bind(lang.bind(model.refusalProperty()));
    refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
    refusal.managedProperty().bind(refusal.visibleProperty());
    model.refusalProperty().subscribe((before, reason) -> {
      field.pseudoClassStateChanged(REFUSED, reason != null);
      if (reason == null) {
        field.setText(shown.get()); // a rejected entry goes with its reason, or it would look like the value
      }
    });
    field.setOnAction(e -> finish());
    field.focusedProperty().subscribe(focused -> leave(focused));
    asked.subscribe(now -> pseudoClassStateChanged(ASKED, now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    field.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
      if (typed.getCharacter().isBlank() && !typed.getCharacter().isEmpty()) {
        typed.consume();
      }
    });
  }

  private void enter() {
    if (digitsShown.get() > 0 && field.getText().equals(shown.get())) {
      model.restore(); // unchanged, with the digits that are not displayed
      return;
    }
    String typed = field.getText();
    boolean isWord = word != null && typed.strip().equalsIgnoreCase(word.getValue());
    model.type(isWord ? lang.numbers().entry(named) : typed, lang.numbers());
    if (model.refusalProperty().get() == null) {
      field.setText(shown.get());
    }
  }

  /** Commits the entry and, if valid, releases the focus; Tab goes on from here. */
  private void finish() {
    enter();
    if (model.refusalProperty().get() == null) {
      after.requestFocus();
    }
  }

  /** Commits, then passes Space on to the window. */
  private void handOn(KeyEvent space) {
    finish();
    if (!field.isFocused()) {
      after.fireEvent(space.copyFor(after, after));
    }
  }

  private void leave(boolean focused) {
    if (!focused && !field.getText().equals(shown.get())) {
      enter();
    }
  }

  private void press(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case SPACE -> handOn(key);
      case UP -> model.more();
      case DOWN -> model.less();
      case ESCAPE -> {
        if (field.getText().equals(shown.get())) {
          return;
        }
        model.restore();
        field.setText(shown.get());
      }
      default -> {
        return;
      }
    }
    key.consume();
  }
}
