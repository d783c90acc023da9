package studio.backprop.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;
import studio.backprop.data.DataProblem;
import studio.backprop.store.StoreProblem;
import studio.backprop.store.UserFolder;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Root command {@code backprop}: opens the window or runs a subcommand. */
@Command(name = "backprop", versionProvider = Version.class, sortOptions = false)
public final class Backprop implements Callable<Integer> {
  /** Values of {@code --lang}. */
  private enum Language {
    EN,
    ZH
  }

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);
  /** Exit code for a closed output pipe: 128 + SIGPIPE. */
  private static final int NO_READER = 141;

  /** Replacement of characters that the locale's charset cannot decode. */
  private static final char UNREADABLE = '\uFFFD';

  private final Opener opener;

  @Parameters(arity = "0..1", paramLabel = "PROJECT", descriptionKey = "backprop.project")
  private Path project;

  @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT, order = 100, descriptionKey = "cli.option.lang")
  private Language language;

  @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, order = 101, descriptionKey = "cli.option.help")
  private boolean help;

  @Option(names = {"-V", "--version"}, versionHelp = true, order = 102, descriptionKey = "cli.option.version")
  private boolean version;

  private Backprop(Opener opener) {
    this.opener = opener;
  }

  /** Texts in the language of {@code --lang}, else of the user's locale. */
  public static Texts language(List<String> args, Locale user) {
    return Texts.of(askedLanguage(args).map(Locale::forLanguageTag).orElse(user));
  }

  public static boolean asksForLanguage(List<String> args) {
    return askedLanguage(args).isPresent();
  }

  private static Optional<String> askedLanguage(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith("--lang=")) {
        return Optional.of(args.get(i).substring("--lang=".length()));
      } else if (args.get(i).equals("--lang") && i + 1 < args.size()) {
        return Optional.of(args.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Runs a command line. @return the exit code: 0, 1 for a failure, 2 for a usage error or a refused option value */
  public static int run(Terminal terminal, Opener opener, String... args) {
    return run(terminal, opener, UserFolder.find(), args);
  }

  /** @param folder of the program in the user's home */
  static int run(Terminal terminal, Opener opener, Optional<Path> folder, String... args) {
    if (Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0)) {
      terminal.note("cli.problem.locale", System.getProperty("sun.jnu.encoding"));
      return FAILED;
    }
    try {
      int code = args.length == 0 ? window(terminal, opener) : commandLine(terminal, opener, folder, args).execute(args);
      if (code == FAILED && System.getProperty("user.dir").indexOf(UNREADABLE) >= 0) {
        terminal.note("cli.problem.locale", System.getProperty("sun.jnu.encoding"));
      }
      Optional<String> lost = terminal.lost();
      return lost.isPresent() ? lost(terminal, lost.get(), code) : code;
    } catch (OutOfMemoryError e) {
      terminal.note("trainer.no_memory");
      return FAILED;
    }
  }

  /** Without arguments the subcommands are not built, which would delay the window. */
  private static int window(Terminal terminal, Opener opener) {
    try {
      return opener.open(Optional.empty());
    } catch (Exception e) {
      return failed(terminal, e);
    }
  }

  /** The reader may close the pipe early, as {@code head} does; not an error. */
  private static int lost(Terminal terminal, String reason, int code) {
    if (terminal.out().isForReader()) {
      return code == 0 ? NO_READER : code;
    }
    terminal.note("cli.problem.output", reason);
    return code == 0 ? FAILED : code;
  }

  /** Writes in the encoding of the stream, which need not be that of the locale. */
  private static PrintWriter writer(PrintStream to) {
    return new PrintWriter(new Writer() {
      @Override
      public void write(char[] text, int from, int count) {
        to.print(new String(text, from, count));
      }

      @Override
      public void flush() {
        to.flush();
      }

      @Override
      public void close() {
        to.flush();
      }
    }, true);
  }

  /** Builds only the subcommand named by the first argument, if any, to start faster. */
  static CommandLine commandLine(Terminal terminal, Opener opener, Optional<Path> folder, String... args) {
    CommandLine line = new CommandLine(new Backprop(opener));
    Map<String, Supplier<Object>> commands = commands(terminal, opener, folder);
    commands.forEach((name, command) -> {
      if (args.length == 0 || !commands.containsKey(args[0]) || args[0].equals(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    line.setResourceBundle(new HelpTexts(terminal.texts()));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setUsageHelpLongOptionsMaxWidth(26);
    line.setExecutionExceptionHandler((exception, command, result) -> failed(terminal, exception));
    line.setParameterExceptionHandler((exception, wrong) -> refused(terminal, exception));
    return line;
  }

  private static Map<String, Supplier<Object>> commands(Terminal terminal, Opener opener, Optional<Path> folder) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("new", () -> new NewProject(terminal));
    commands.put("train", () -> new Train(terminal, new Trainings(folder)));
    commands.put("info", () -> new Info(terminal));
    commands.put("predict", () -> new Predict(terminal));
    commands.put("evaluate", () -> new Evaluate(terminal));
    commands.put("cross-validate", () -> new CrossValidate(terminal));
    commands.put("search", () -> new Search(terminal, folder));
    commands.put("worker", () -> new WorkerCommand(terminal));
    commands.put("features", () -> new Features(terminal));
    commands.put("explain", () -> new Explain(terminal));
    commands.put("embed", () -> new Embed(terminal));
    commands.put("landscape", () -> new Landscape(terminal));
    commands.put("race", () -> new Race(terminal));
    commands.put("samples", () -> new ListSamples(terminal));
    commands.put("lessons", () -> new LessonList(terminal));
    commands.put("lesson", () -> new OneLesson(terminal, opener, folder));
    commands.put("worksheet", () -> new PrintSheets(terminal));
    commands.put("bench", () -> new CommandLine(new Bench(terminal))
        .addSubcommand("window", new BenchWindow(terminal, opener)).addSubcommand("lesson", new BenchLesson(terminal, opener)));
    return commands;
  }

  private static int failed(Terminal terminal, Exception exception) {
    terminal.note(sentence(exception));
    return exception instanceof Failure failure && failure.isOfOption() ? WRONG_USAGE : FAILED;
  }

  private static Message sentence(Exception exception) {
    if (exception instanceof Failure failure) {
      return failure.sentence();
    } else if (exception instanceof DataProblem problem) {
      return problem.sentence();
    } else if (exception instanceof StoreProblem problem) {
      return problem.sentence();
    }
    return Message.of("cli.problem.unexpected", exception.toString());
  }

  private static int refused(Terminal terminal, ParameterException exception) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName(" ");
    if (exception instanceof UnmatchedArgumentException unmatched) {
      terminal.note("cli.usage.unknown", unmatched.getUnmatched().get(0), command);
    } else if (exception instanceof MissingParameterException missing) {
      terminal.note("cli.usage.missing", name(missing.getMissing().get(0)), command);
    } else if (exception.getArgSpec() != null && exception.getValue() != null) {
      terminal.note(wrongValue(exception.getValue(), exception.getArgSpec(), command));
    } else {
      terminal.note("cli.usage.other", command);
    }
    return WRONG_USAGE;
  }

  /** Error message with the accepted values: some names, an integer, a number. */
  private static Message wrongValue(String value, ArgSpec argument, String command) {
    Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      String names = Arrays.stream(type.getEnumConstants()).map(one -> one.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
      return Message.of("cli.usage.choice", value, name(argument), names);
    } else if (WHOLE.contains(type)) {
      return Message.of(value.matches("[+-]?\\d+") ? "cli.usage.large" : "cli.usage.whole", value, name(argument));
    } else if (REAL.contains(type)) {
      return Message.of("cli.usage.number", value, name(argument));
    }
    return Message.of("cli.usage.value", value, name(argument), command);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @Override
  public Integer call() throws Exception {
    return opener.open(Optional.ofNullable(project));
  }
}
