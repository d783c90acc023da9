package studio.backprop.lesson.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Condition.All;
import studio.backprop.lesson.check.Condition.Any;
import studio.backprop.lesson.check.Condition.Not;
import studio.backprop.lesson.check.Condition.Timed;
import studio.backprop.lesson.check.Condition.When;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Localized descriptions of checks, for people who do not write lessons. */
public final class CheckTexts {
  private static final String KEY = "lesson.words.";
  private static final int DIGITS = 6;

  private CheckTexts() {}

  public static Message of(Check check) {
    return say(check.condition());
  }

  private static Message say(Condition condition) {
    if (condition instanceof All all) {
      return joined("and", all.parts());
    } else if (condition instanceof Any any) {
      return joined("or", any.parts());
    } else if (condition instanceof Not not) {
      return Message.of(KEY + "not", say(not.part()));
    }
    Timed timed = (Timed) condition;
    Message said = say(timed.comparing());
    String unit = timed.epochs() ? "epoch" : "step";
    return timed.when() == When.NOW ? said
        : Message.of(KEY + timed.when().name().toLowerCase(Locale.ROOT) + "." + unit, said, String.valueOf(timed.count()));
  }

  private static Message joined(String key, List<Condition> parts) {
    return parts.stream().map(CheckTexts::say).reduce((before, next) -> Message.of(KEY + key, before, next)).orElseThrow();
  }

  private static Message say(Comparing comparing) {
    if (comparing instanceof Comparing.Numbers numbers) {
      String sign = switch (numbers.sign()) {
        case "<" -> "below";
        case "<=" -> "at_most";
        case ">" -> "above";
        case ">=" -> "at_least";
        default -> "equals";
      };
      return Message.of(KEY + sign, of(numbers.left()), of(numbers.right()));
    } else if (comparing instanceof Comparing.Within within) {
      return Message.of(KEY + (within.percent() ? "within_percent" : "within"), of(within.left()),
          within.percent() && within.tolerance() instanceof Expression.Number part ? number(100 * part.number()) : of(within.tolerance()),
          of(within.right()));
    } else if (comparing instanceof Comparing.Is is) {
      String state = KEY + "state." + is.word();
      return Message.of(KEY + "is", quantity(is.quantity()),
          is.quantity().subject() == Subject.RUN && Texts.ENGLISH.has(state) ? Message.of(state) : is.word());
    } else if (comparing instanceof Comparing.Truth truth) {
      return quantity(truth.quantity());
    }
    return Message.of(KEY + "never");
  }

  public static Object of(Expression sum) {
    if (sum instanceof Expression.Number number) {
      return number(number.number());
    } else if (sum instanceof Expression.Quantity quantity) {
      return quantity(quantity.quantity());
    } else if (sum instanceof Expression.Negative negative) {
      return Message.of(KEY + "negative", of(negative.sum()));
    }
    Expression.Joined joined = (Expression.Joined) sum;
    String sign = switch (joined.sign()) {
      case '-' -> "−";
      case '*' -> "×";
      case '/' -> "÷";
      default -> "+";
    };
    boolean product = joined.sign() == '*' || joined.sign() == '/';
    return Message.of(KEY + "joined", bracketed(joined.left(), product), sign, bracketed(joined.right(), product || joined.sign() == '-'));
  }

  private static Object bracketed(Expression part, boolean needed) {
    boolean sum = part instanceof Expression.Joined joined && (joined.sign() == '+' || joined.sign() == '-');
    return sum && needed ? Message.of(KEY + "bracket", of(part)) : of(part);
  }

  private static String number(double value) {
    String plain = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    return plain.replace('-', '−');
  }

  static Message quantity(CheckedQuantity asked) {
    Message said = now(asked);
    if (asked.start()) {
      said = Message.of(KEY + "start", said);
    }
    return asked.lane().isPresent() ? Message.of(KEY + "lane", said, String.valueOf(asked.lane().get())) : said;
  }

  private static Message now(CheckedQuantity asked) {
    String name = asked.name();
    return switch (asked.subject()) {
      case BATCH, EPOCH, TRAIN, VALID, TEST -> Message.of(KEY + lower(asked.subject()), score(asked));
      case RUN, NETWORK -> Message.of(KEY + lower(asked.subject()) + "." + name);
      case DATA -> Message.of(KEY + "data", setting("data", name));
      case TRAINING -> setting("training", name);
      case NODE -> node(asked);
      case DOCTOR -> name.equals("healthy") ? Message.of(KEY + "healthy") : Message.of(KEY + "doctor", Message.of("doctor." + name));
      case CHANGES -> Message.of(KEY + "changes");
      case SEEN -> Message.of(KEY + "seen", Texts.ENGLISH.has(KEY + "view." + name) ? Message.of(KEY + "view." + name) : name);
      case ANSWER -> Message.of(KEY + (name.equals("sure") ? "sure" : "answer"), asked.node());
      case BROKEN -> Message.of(KEY + "broken");
      case PAD -> asked.indices().isEmpty() ? Message.of(KEY + "pad." + name)
          : Message.of(KEY + "pad." + name, String.valueOf(asked.indices().get(0)));
      case EXPLAIN -> asked.indices().isEmpty() ? Message.of(KEY + "explain." + name) : Message.of(KEY + "index",
          Message.of(KEY + "explain." + name), asked.indices().stream().map(String::valueOf).collect(Collectors.joining(", ")));
      case FOLDS -> Message.of(KEY + "folds." + name);
      case METRICS -> Message.of(KEY + "metrics." + name);
      case AGENT, GAN, SEARCH -> Message.of(KEY + lower(asked.subject()) + "." + name);
      case NOISE -> Message.of(KEY + "noise." + name);
    };
  }

  private static Message score(CheckedQuantity asked) {
    Message score = Message.of(KEY + "score." + asked.name());
    return asked.indices().isEmpty() ? score : Message.of(KEY + "of_class", score, String.valueOf(asked.indices().get(0)));
  }

  private static Message node(CheckedQuantity asked) {
    String own = KEY + "node." + asked.name();
    Object what = Texts.ENGLISH.has(own) ? Message.of(own) : setting("setting", asked.name());
    if (!asked.indices().isEmpty()) {
      what = Message.of(KEY + "index", what, asked.indices().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    boolean truth = asked.name().equals("exists") || asked.name().equals("alike");
    return Message.of(KEY + (truth ? "truth_of_node" : "of_node"), what, asked.node());
  }

  /** Localized label of a setting; without one, its name in files. */
  private static Message setting(String owner, String name) {
    return Stream.of(owner, "setting", "training").map(part -> part + "." + name).filter(Texts.ENGLISH::has).findFirst()
        .map(Message::of).orElseGet(() -> Message.of(KEY + "setting", name));
  }

  private static String lower(Subject subject) {
    return subject.name().toLowerCase(Locale.ROOT);
  }
}
