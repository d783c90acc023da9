package studio.backprop.ui.compare.comparison;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.compare.Differing;
import studio.backprop.ui.compare.comparison.ComparedVariants.Refusal;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Explains a rejected change and offers to apply it alone, in addition, or not at all. */
final class RefusalCard extends VBox {
  private final ComparedVariants setup;
  private final Lang lang;
  private final Runnable keysBack;
  private final VariantTexts words;
  private final Label sentence = new Label();
  private final Button only = new Button();
  private final Button allow = new Button();
  private final Button leave = new Button();

  /** @param keysBack returns the focus to the page */
  RefusalCard(ComparedVariants setup, Lang lang, Runnable keysBack) {
    this.setup = setup;
    this.lang = lang;
    this.keysBack = keysBack;
    this.words = new VariantTexts(lang);
    setId("refusal");
    getStyleClass().addAll("card", "warn", "refusal");
    setFocusTraversable(true);
    accessibleTextProperty().bind(sentence.textProperty());
    sentence.setGraphic(Icon.WARNING.view());
    sentence.getStyleClass().add("warn");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    only.setId("only-this");
    only.setMnemonicParsing(false); // names have underscores
    only.getStyleClass().add("main");
    only.setOnAction(event -> setup.onlyThis());
    allow.setId("allow-both");
    allow.textProperty().bind(lang.bind("twins.allow"));
    allow.setOnAction(event -> setup.allow());
    leave.setId("leave-it");
    leave.textProperty().bind(lang.bind("twins.leave"));
    leave.setOnAction(event -> setup.forget());
    HBox choices = new HBox(only, allow, leave);
    choices.getStyleClass().add("gap-8");
    choices.getChildren().forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
    getChildren().addAll(sentence, choices);
    setup.refusalProperty().subscribe(this::show);
    lang.textsProperty().subscribe(texts -> show(setup.refusalProperty().get()));
  }

  private void show(Optional<Refusal> refusal) {
    if (refusal.isEmpty() && isFocusWithin()) {
      keysBack.run(); // else they would be the next button's
    }
    setVisible(refusal.isPresent());
    setManaged(refusal.isPresent());
    boolean guarded = refusal.filter(refused -> refused.problem().isEmpty()).isPresent();
    only.setVisible(guarded);
    only.setManaged(guarded);
    allow.setVisible(guarded);
    allow.setManaged(guarded);
    if (refusal.isPresent() && getScene() != null) {
      requestFocus(); // not a button: the key that made the change is still down
    }
    refusal.ifPresent(refused -> sentence.setText(refused.problem()
        .map(problem -> lang.say("twins.impossible", VariantTexts.letter(refused.lane()), lang.say(problem)))
        .orElseGet(() -> refused(refused))));
  }

  private String refused(Refusal refused) {
    Differing wanted = Differing.between(setup.base(), refused.change().apply(setup.base())).stream().findFirst()
        .orElse(refused.differing().get(0));
    only.setText(lang.say("twins.only", lang.say(wanted.what())));
    return lang.say("twins.refused", VariantTexts.letter(refused.lane()), refused.differing().size(), words.names(refused.differing()));
  }
}
