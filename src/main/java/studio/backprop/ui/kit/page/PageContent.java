package studio.backprop.ui.kit.page;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Content of a page or, while there is none, a sentence that says why. */
public final class PageContent extends StackPane {
  private final Node content;

  /**
   * @param there whether there is content
   * @param sentence shown otherwise
   */
  public PageContent(Node content, ObservableValue<Boolean> there, Icon icon, ObservableValue<String> sentence) {
    super(content);
    this.content = content;
    EmptyState nothing = new EmptyState(icon, sentence);
    getChildren().add(nothing);
    content.visibleProperty().bind(there);
    nothing.visibleProperty().bind(content.visibleProperty().not());
    setMinSize(0, 0);
  }

  /** Sentence of a state: the text {@code page.state.not_ready} for NOT_READY. */
  public static ObservableValue<String> sentence(Lang lang, String page, ObservableValue<? extends Enum<?>> state) {
    return lang.bind(state.map(now -> Message.of(page + ".state." + now.name().toLowerCase(Locale.ROOT))));
  }

  /** Hands the focus to a node of the page when content disappears that has it. */
  public PageContent keepFocus(Node page) {
    content.visibleProperty().subscribe((before, now) -> {
      if (!now && content.isFocusWithin()) {
        page.requestFocus();
      }
    });
    return this;
  }
}
