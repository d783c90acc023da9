package studio.backprop.ui.learn.glossary;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.backprop.text.Formulas;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Glossary: search in both languages, and terms related by their definitions. */
public final class GlossaryModel {
  /** Plural forms: batch, batches. */
  private static final String ENDINGS = "(s|es)?";

  private static final int NOT_AT_ALL = 3;

  private final Lang lang;

  public GlossaryModel(Lang lang) {
    this.lang = lang;
  }

  /** In the collation order of the language. */
  public List<String> all() {
    Collator order = Collator.getInstance(lang.texts().locale());
    return Terms.all().stream().sorted(Comparator.comparing(this::name, order)).toList();
  }

  /** Ranked: prefix matches of the name, in either language, then other matches of the name, then of the definition. */
  public List<String> find(String typed) {
    String wanted = small(typed.strip());
    return all().stream()
        .filter(term -> distance(term, wanted) < NOT_AT_ALL)
        .sorted(Comparator.comparingInt(term -> distance(term, wanted)))
        .toList();
  }

  private int distance(String term, String wanted) {
    List<String> names = Texts.all().stream().map(texts -> small(Terms.name(term, texts))).toList();
    if (names.stream().anyMatch(name -> name.startsWith(wanted))) {
      return 0;
    }
    if (names.stream().anyMatch(name -> name.contains(wanted))) {
      return 1;
    }
    return small(meaning(term)).contains(wanted) ? 2 : NOT_AT_ALL;
  }

  public String name(String term) {
    return Terms.name(term, lang.texts());
  }

  /** Formula of the term in LaTeX. */
  public Optional<String> formula(String term) {
    return Formulas.of(Terms.title(term));
  }

  /** Name in the other language, unless the same. */
  public Optional<String> otherName(String term) {
    return Texts.all().stream().map(texts -> Terms.name(term, texts)).filter(name -> !name.equals(name(term))).findFirst();
  }

  public String meaning(String term) {
    return Terms.meaning(term, lang.texts());
  }

  /** Other terms that occur in its definition. */
  public List<String> related(String term) {
    return all().stream().filter(other -> !other.equals(term) && speaksOf(meaning(term), other)).toList();
  }

  private boolean speaksOf(String sentence, String term) {
    // brackets contain a synonym
    String name = name(term).replaceAll("\\s*[(（].*", "");
    return lang.texts() == Texts.CHINESE
        ? sentence.contains(name) && name.length() > 1
        : Pattern.compile("\\b" + Pattern.quote(small(name)) + ENDINGS + "\\b").matcher(small(sentence)).find();
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
