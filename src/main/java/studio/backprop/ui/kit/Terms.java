package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Glossary terms in tooltips, for screen readers, and in the glossary page. Definitions: <code>glossary_*.properties</code>. */
public final class Terms {
  private static final String PREFIX = "term.";
  private static final String MEANING = ".text";

  /** Form titles that are terms, by text key. */
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("training.rate", "learning-rate"),
          Map.entry("training.optimizer", "optimizer"),
          Map.entry("training.schedule", "schedule"),
          Map.entry("training.batch", "batch"),
          Map.entry("training.epochs", "epoch"),
          Map.entry("training.balance", "imbalance"),
          Map.entry("training.patience", "early-stopping"),
          Map.entry("training.seed", "seed"),
          Map.entry("adversarial.objective", "non-saturating"),
          Map.entry("adversarial.noise", "latent-vector"),
          Map.entry("coefficient.momentum", "momentum"),
          Map.entry("coefficient.weightDecay", "regularization"),
          Map.entry("regularization.l1", "regularization"),
          Map.entry("regularization.l2", "regularization"),
          Map.entry("regularization.clip", "clipping"),
          Map.entry("setting.shape", "shape"),
          Map.entry("setting.units", "unit"),
          Map.entry("setting.activation", "activation"),
          Map.entry("setting.init", "initial-weights"),
          Map.entry("setting.bias", "bias"),
          Map.entry("setting.loss", "loss"),
          Map.entry("setting.rate", "dropout"),
          Map.entry("setting.filters", "kernel"),
          Map.entry("setting.kernel", "kernel"),
          Map.entry("layer.max_pool2d.kernel", "pooling"),
          Map.entry("layer.avg_pool2d.kernel", "pooling"),
          Map.entry("setting.stride", "stride"),
          Map.entry("setting.padding", "padding"),
          Map.entry("layer.batch_norm.momentum", "momentum"),
          Map.entry("palette.lags", "lag"),
          Map.entry("palette.level", "token"),
          Map.entry("palette.horizon", "forecast"),
          Map.entry("palette.scaling", "scaling"),
          Map.entry("palette.validation", "validation"),
          Map.entry("palette.test", "test"),
          Map.entry("palette.seed", "seed"));

  private final Lang lang;

  public Terms(Lang lang) {
    this.lang = lang;
  }

  public static List<String> all() {
    return Texts.ENGLISH.keys().stream()
        .filter(key -> key.startsWith(PREFIX) && !key.endsWith(MEANING))
        .map(key -> key.substring(PREFIX.length()))
        .toList();
  }

  public static Optional<String> ofTitle(String titleKey) {
    return Optional.ofNullable(TITLES.get(titleKey));
  }

  public static Message title(String term) {
    return Message.of(PREFIX + term);
  }

  public static String name(String term, Texts texts) {
    return texts.say(PREFIX + term);
  }

  public static String meaning(String term, Texts texts) {
    return texts.say(PREFIX + term + MEANING);
  }

  public void explain(Label label, String... terms) {
    StringBinding sentences = meanings(terms);
    Hints.whenPointedAt(label, () -> new Tip(sentences));
    label.accessibleHelpProperty().bind(sentences);
    mark(label, terms[0]);
  }

  /** Tooltip with the help of a setting or button, then the definitions of its terms. */
  public void explainSetting(Labeled label, String helpKey, String... terms) {
    StringBinding sentences = lang.bind("glossary.tip_more", lang.bind(helpKey), meanings(terms));
    Hints.whenPointedAt(label, () -> new Tip(sentences));
    label.accessibleHelpProperty().bind(sentences);
    mark(label, terms[0]);
  }

  private StringBinding meanings(String... terms) {
    return Bindings.createStringBinding(() -> said(terms), lang.textsProperty());
  }

  private String said(String... terms) {
    return Arrays.stream(terms)
        .map(term -> lang.say("glossary.tip", name(term, lang.texts()), meaning(term, lang.texts())))
        .collect(Collectors.joining("\n\n"));
  }

  /** The glossary opens at this term while the focus is within the node. */
  public void mark(Node node, String term) {
    node.getProperties().put(Terms.class, term);
  }

  /** The term of the node or its nearest marked ancestor. */
  public static Optional<String> at(Node node) {
    for (Node place = node; place != null; place = place.getParent()) {
      if (place.hasProperties() && place.getProperties().get(Terms.class) instanceof String term) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }
}
