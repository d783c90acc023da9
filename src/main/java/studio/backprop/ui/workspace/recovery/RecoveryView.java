package studio.backprop.ui.workspace.recovery;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.When;
import studio.backprop.ui.workspace.recovery.RecoveryModel.Offer;

/** Notices: recoverable work and, rarely, why none can be kept. */
public final class RecoveryView extends VBox {
  private final Lang lang;
  private final Hints hints;

  public RecoveryView(RecoveryModel model, AutosaveModel autosave, Lang lang) {
    this.lang = lang;
    this.hints = new Hints(lang);
    getStyleClass().add("recovery");
    setMaxHeight(USE_PREF_SIZE);
    Node offer = offer(model);
    Node problem = problem(autosave);
    getChildren().addAll(offer, problem);
    showWhile(this, Bindings.or(offer.visibleProperty(), problem.visibleProperty()));
  }

  private Node offer(RecoveryModel model) {
    BooleanExpression discarded = Bindings.createBooleanBinding(() -> model.offerProperty().get().map(Offer::discarded).orElse(false),
        model.offerProperty());
    BooleanExpression restorable = Bindings.createBooleanBinding(() -> model.offerProperty().get().map(o -> !o.discarded()).orElse(false),
        model.offerProperty());
    Label sentence = sentence();
    sentence.textProperty()
        .bind(Bindings.createStringBinding(() -> model.offerProperty().get().map(this::say).orElse(""), model.offerProperty(),
        lang.textsProperty()));
    Tooltip path = new Tooltip();
    path.textProperty().bind(
        Bindings.createStringBinding(() -> model.offerProperty().get().flatMap(o -> o.origin().file()).map(Path::toString).orElse(""),
            model.offerProperty()));
    sentence.tooltipProperty().bind(Bindings.when(path.textProperty().isNotEmpty()).then(path).otherwise((Tooltip) null));
    HBox notice = notice("hint", Icon.RECENT, sentence,
        button("restore", restorable, model::restore, "accent"),
        button("discard", restorable, model::discard),
        button("undo", discarded, model::undoDiscard),
        close(model::next));
    showWhile(notice, Bindings.createBooleanBinding(() -> model.offerProperty().get().isPresent(), model.offerProperty()));
    return notice;
  }

  private String say(Offer offer) {
    String own = offer.origin().name();
    String name = own.isEmpty() ? lang.say("top.untitled") : Sample.find(own).map(sample -> lang.say(sample.title())).orElse(own);
    if (offer.discarded()) {
      return lang.say("recovery.discarded", name);
    }
    String sentence = lang.say("recovery.offer", name, When.say(offer.origin().at(), lang));
    return offer.more() == 0 ? sentence : lang.say("recovery.offer.more", sentence, offer.more());
  }

  private Node problem(AutosaveModel autosave) {
    Label sentence = sentence();
    sentence.textProperty().bind(Bindings.createStringBinding(
        () -> autosave.problemProperty().get().map(why -> lang.say(Message.of("recovery.problem", why))).orElse(""),
        autosave.problemProperty(), lang.textsProperty()));
    HBox notice = notice("warn", Icon.WARNING, sentence);
    showWhile(notice, sentence.textProperty().isNotEmpty());
    return notice;
  }

  private static Label sentence() {
    Label sentence = new Label();
    sentence.setId("recovery-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    return sentence;
  }

  private static HBox notice(String kind, Icon icon, Node... parts) {
    HBox notice = new HBox(icon.view());
    notice.getChildren().addAll(parts);
    notice.getStyleClass().addAll("banner", kind);
    return notice;
  }

  private Button button(String name, BooleanExpression shown, Runnable action, String... styles) {
    Button button = new Button();
    button.setId("recovery-" + name);
    button.textProperty().bind(lang.bind("recovery." + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll(styles);
    button.setOnAction(e -> action.run());
    hints.explain(button, "recovery." + name + ".help");
    showWhile(button, shown);
    return button;
  }

  private Button close(Runnable action) {
    Button close = new CloseButton(action);
    close.setId("recovery-close");
    hints.explain(close, "recovery.close.help");
    return close;
  }

  private static void showWhile(Region node, BooleanExpression shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
