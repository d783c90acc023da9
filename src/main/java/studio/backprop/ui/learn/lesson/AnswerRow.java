package studio.backprop.ui.learn.lesson;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.lesson.Directive.Choice;

/**
 * An answer option: number, text, and votes of a class. Accessible as a radio button or, for an order, as a button that says its position.
 * A JavaFX button would not grow with wrapped text.
 */
final class AnswerRow extends HBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Choice choice;
  private final MarkdownPane text;
  private final Runnable choose;
  private final Label sign = new Label();
  private final Label votes = new Label();
  private boolean chosen;

  AnswerRow(Choice choice, MarkdownPane text, boolean ranked, Runnable choose) {
    this.choice = choice;
    this.text = text;
    this.choose = choose;
    text.show(choice.text());
    sign.getStyleClass().add("sign");
    votes.getStyleClass().add("votes");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    votes.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(sign, text, votes);
    HBox.setHgrow(text, Priority.ALWAYS);
    getStyleClass().add("answer");
    setId("answer-" + choice.key());
    setAccessibleRole(ranked ? AccessibleRole.BUTTON : AccessibleRole.RADIO_BUTTON);
  }

  String key() {
    return choice.key();
  }

  boolean isChosen() {
    return chosen;
  }

  /** Sets the text, with numbers. */
  void words(String markdown) {
    text.show(markdown);
  }

  /** Text for screen readers. */
  String plain() {
    return text.plain();
  }

  /** Marks the selected option and, once revealed, the correct one. */
  void mark(boolean taken, boolean right, boolean wrong) {
    pseudoClassStateChanged(CHOSEN, taken);
    pseudoClassStateChanged(RIGHT, right);
    pseudoClassStateChanged(WRONG, wrong);
    if (chosen != taken) {
      chosen = taken;
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
  }

  /** @param before prefix of the text @param after suffix of the text */
  void sign(String before, String after) {
    sign.setText(before);
    votes.setText(after);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED ? Boolean.valueOf(chosen) : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      choose.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
