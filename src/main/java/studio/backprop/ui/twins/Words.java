package studio.backprop.ui.twins;

import java.util.List;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;
import studio.backprop.train.Project;
import studio.backprop.train.twins.Differing;
import studio.backprop.ui.kit.Lang;

/** How settings, what differs, and the lanes are called in the reader's language. */
final class Words {
  private final Lang lang;

  Words(Lang lang) {
    this.lang = lang;
  }

  /** A letter for each lane. */
  static String letter(int lane) {
    return String.valueOf((char) ('A' + lane));
  }

  /** The value of a setting: a number with all its digits, a switch as on or off, a choice by its title. */
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

  /** The setting with its new value: Learning rate 0.04. */
  String now(Differing one) {
    return lang.say("twins.setting", lang.say(one.what()), value(one.now()));
  }

  /** The setting with both values: Learning rate 0.04 instead of 0.01. */
  String instead(Differing one) {
    return lang.say("twins.instead", lang.say(one.what()), value(one.now()), value(one.before()));
  }

  /** Settings in a row. */
  String names(List<Differing> differing) {
    return row(differing.stream().map(one -> lang.say(one.what())).toList());
  }

  /** Values in a row. */
  String all(List<Differing> differing) {
    return row(differing.stream().map(this::now).toList());
  }

  private String row(List<String> words) {
    return words.stream().reduce((a, b) -> lang.say("twins.and", a, b)).orElse("");
  }

  /**
   * What a variant is called: by what it does otherwise. The project as it is drawn goes by the values that the others change.
   */
  String name(Project base, List<Project> variants, int lane) {
    List<Differing> own = Differing.between(base, variants.get(lane));
    if (!own.isEmpty()) {
      return all(own);
    }
    List<Differing> others = variants.stream().flatMap(other -> Differing.between(other, base).stream()).toList();
    boolean oneThing = others.stream().map(Differing::what).distinct().count() == 1;
    return oneThing ? now(others.get(0)) : lang.say("twins.as_drawn");
  }
}
