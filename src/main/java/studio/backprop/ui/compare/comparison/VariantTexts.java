package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.Differing;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;
import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.AdjustmentTexts;

/** Localized texts of settings, differences, and variants. */
public final class VariantTexts {
  private final Lang lang;

  public VariantTexts(Lang lang) {
    this.lang = lang;
  }

  public static String letter(int variant) {
    return String.valueOf((char) ('A' + variant));
  }

  /** Localized value of a setting: number in full precision, on or off, title of a choice. */
  String value(Object value) {
    if (value instanceof Boolean on) {
      return lang.say(on ? "twins.on" : "twins.off");
    }
    if (value instanceof Number number) {
      return lang.numbers().entry(number.doubleValue());
    }
    if (value instanceof Message message) {
      return lang.say(message);
    }
    if (value instanceof Init init) {
      String kind = lang.say(Setting.choiceTitle(init.kind()));
      return init.kind() == Init.Kind.CONSTANT ? lang.say("twins.setting", kind, lang.numbers().entry(init.value())) : kind;
    }
    return value instanceof Enum<?> ? lang.say(Setting.choiceTitle(value)) : String.valueOf(value);
  }

  /** Setting with its new value: Learning rate 0.04; or the name of the architecture that results. */
  String now(Differing one) {
    return known(one).orElseGet(() -> lang.say("twins.setting", lang.say(one.what()), value(one.now())));
  }

  /** Name of the architecture that layers of some kinds make, or of one without them. */
  private Optional<String> known(Differing one) {
    String key = one.now().equals(Differing.NO_LAYER) ? "twins.without." + key(one.before()) : "twins.with." + key(one.now());
    return Optional.of(lang.known(key, "")).filter(word -> !word.isEmpty());
  }

  String names(List<Differing> differing) {
    return row(differing.stream().map(one -> lang.say(one.what())).toList());
  }

  String all(List<Differing> differing) {
    return row(differing.stream().map(this::now).toList());
  }

  /** Changes during training, each with its step. */
  List<String> changes(RunRecord run) {
    TrainingSettings begun = run.project().training();
    return AdjustmentTexts.of(begun.rate(), begun.epochs(), run.adjustments(), lang);
  }

  private String row(List<String> words) {
    return words.stream().reduce((a, b) -> lang.say("twins.and", a, b)).orElse("");
  }

  /** Name of a variant: its differences; of the base the values that the others change. */
  public String name(Project base, List<Project> variants, int variant) {
    List<Differing> own = Differing.between(base, variants.get(variant));
    if (!own.isEmpty()) {
      return all(own);
    }
    return common(base, variants).map(this::now).orElseGet(() -> lang.say("twins.as_drawn"));
  }

  /** Short name: the new value alone, where there is one. */
  public String brief(Project base, List<Project> variants, int variant) {
    List<Differing> own = Differing.between(base, variants.get(variant));
    if (own.size() > 1) {
      return all(own);
    }
    if (own.size() == 1 && own.get(0).now() instanceof Number && common(base, variants).isEmpty()) {
      return all(own); // a number alone does not tell what it is of
    }
    return own.stream().findFirst().or(() -> common(base, variants))
        .map(one -> known(one).orElseGet(() -> one.now().equals(Differing.NO_LAYER) ? without(one) : value(one.now())))
        .orElseGet(() -> lang.say("twins.as_drawn"));
  }

  private String without(Differing one) {
    return lang.say("twins.without", value(one.before()));
  }

  /** Key of the name of an architecture. */
  private static String key(Object value) {
    return value instanceof Message message ? message.key() : "";
  }

  /** Name without a subtitle: a number alone would be ambiguous. */
  public String title(Project base, List<Project> variants, int variant) {
    boolean number = Differing.between(base, variants.get(variant)).stream().findFirst().or(() -> common(base, variants))
        .filter(one -> one.now() instanceof Number).isPresent();
    return number ? name(base, variants, variant) : brief(base, variants, variant);
  }

  /** Subtitle: the setting and its value in the base. */
  String difference(Project base, List<Project> variants, int variant) {
    List<Differing> own = Differing.between(base, variants.get(variant));
    if (own.size() > 1) {
      return lang.say("twins.unfair.short", own.size());
    }
    return own.stream().findFirst().map(one -> lang.say("twins.before", lang.say(one.what()), value(one.before())))
        .or(() -> common(base, variants).map(one -> lang.say("twins.drawn", lang.say(one.what())))).orElse("");
  }

  /** The setting that all variants change, with its base value; empty where they change different ones. */
  private static Optional<Differing> common(Project base, List<Project> variants) {
    List<Differing> others = variants.stream().flatMap(other -> Differing.between(other, base).stream()).toList();
    return others.stream().map(Differing::what).distinct().count() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }
}
