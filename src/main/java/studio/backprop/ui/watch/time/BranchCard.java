package studio.backprop.ui.watch.time;

import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;

/** Card of a branch: its change, origin, and scores at the shown step and at its end. A click switches to it. */
final class BranchCard extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final TimeModel model;
  private final Lang lang;
  private final BranchTexts words;
  private final Label badge = new Label();
  private final Label name = new Label();
  private final HBox head = new HBox();
  private final Label origin = new Label();
  private final Label atStep = new Label();
  private final Label atStepScore = new Label();
  private final Label atEnd = new Label();
  private final Label atEndScore = new Label();
  private final BooleanProperty removable = new SimpleBooleanProperty(this, "removable");
  private final BooleanProperty renaming = new SimpleBooleanProperty(this, "renaming");
  private final ToggleButton eye = new ToggleButton(null, Icon.EYE.view());
  private Branch branch;

  BranchCard(TimeModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.words = new BranchTexts(lang);
    getStyleClass().add("branch-card");
    setFocusTraversable(true);
    badge.getStyleClass().add("letter");
    name.getStyleClass().add("strong");
    name.setMaxWidth(Double.MAX_VALUE);
    Hints.sayWhole(name);
    HBox.setHgrow(name, Priority.ALWAYS);
    origin.getStyleClass().addAll("mut", "note");
    Button remove = small(Icon.CLOSE, hints, "branch.remove");
    Button rename = small(Icon.RENAME, hints, "branch.rename");
    rename.setOnAction(event -> rename());
    // the name has the full width unless the card is hovered or focused, and while it is edited
    BooleanBinding active = hoverProperty().or(focusWithinProperty());
    shown(rename, active.and(renaming.not()));
    shown(remove, active.and(removable).and(renaming.not()));
    shown(eye, renaming.not());
    eye.getStyleClass().addAll("bare", "icon-only", "small");
    eye.setOnAction(event -> model.branches().show(branch, eye.isSelected()));
    hints.explain(eye, "branch.eye");
    head.getStyleClass().add("head");
    remove.setOnAction(event -> model.branching().remove(branch));
    head.getChildren().setAll(badge, name, rename, eye, remove);
    getChildren().addAll(head, origin, row(atStep, atStepScore), row(atEnd, atEndScore));
    setOnMouseClicked(event -> take());
    setOnKeyPressed(event -> {
      if (event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
        take();
        event.consume();
      } else if (event.getTarget() == this && event.getCode() == KeyCode.F2) {
        rename();
        event.consume();
      } else if (event.getTarget() == this && event.getCode() == KeyCode.DELETE) {
        model.branching().remove(branch);
        event.consume();
      }
    });
  }

  private static void shown(ButtonBase button, BooleanBinding when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }

  private static Button small(Icon icon, Hints hints, String key) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("bare", "icon-only", "small");
    hints.explain(button, key);
    return button;
  }

  private static HBox row(Label what, Label score) {
    what.getStyleClass().addAll("mut", "note");
    score.getStyleClass().addAll("strong", "note");
    score.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(what, gap, score);
  }

  private void take() {
    model.branching().switchTo(branch);
  }

  /** Shows the current state of a branch. */
  void show(Branch shown) {
    branch = shown;
    boolean current = shown.is(model.branches().currentProperty().get());
    pseudoClassStateChanged(CURRENT, current);
    badge.setText(shown.letter());
    badge.getStyleClass().setAll("label", "letter", "branch-" + shown.letter().toLowerCase(Locale.ROOT));
    name.setText(words.name(shown));
    origin.setText(words.origin(shown));
    long at = Math.min(model.at(), shown.checkpointLog().newest());
    Branch then = shown.showing(at); // before its start, the parent run
    boolean there = at >= then.from();
    atStep.setText(lang.say("branch.at", model.said(there ? BranchTexts.scored(then, at) : at)));
    atStepScore.setText(there ? words.score(then, at) : "–");
    atEnd.setText(lang.say("branch.end", model.said(BranchTexts.scored(shown, shown.checkpointLog().newest()))));
    atEndScore.setText(words.score(shown, shown.checkpointLog().newest()));
    eye.setSelected(model.branches().shown(shown));
    eye.setDisable(current);
    removable.set(!current);
    setAccessibleText(lang.say("branch.card", words.lettered(shown), words.origin(shown), atStep.getText(), atStepScore.getText()));
  }

  private void rename() {
    TextField field = new TextField(words.name(branch));
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMinWidth(0);
    field.setOnAction(event -> end(field, true));
    field.focusedProperty().subscribe((before, now) -> {
      if (before && !now) {
        end(field, true);
      }
    });
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        end(field, false);
        event.consume();
      }
    });
    replaceName(field);
    field.requestFocus();
    field.selectAll();
  }

  private void end(TextField field, boolean keep) {
    if (field.getParent() != null) {
      replaceName(name);
      requestFocus();
      if (keep && !field.getText().equals(words.name(branch))) {
        model.branches().rename(branch, field.getText());
      }
    }
  }

  private void replaceName(Node by) {
    head.getChildren().set(1, by);
    renaming.set(by != name);
  }
}
