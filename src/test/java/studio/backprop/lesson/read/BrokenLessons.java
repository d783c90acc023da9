package studio.backprop.lesson.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lessons with one fault each. A fault is an edit of a lesson that comes with the program; {@code ‸} in the new text is the place that has
 * to be named.
 *
 * @param lesson its id
 * @param file that is edited
 * @param said what the sentence has to say: the word and the way on
 * @param edits what stands there, and what is written instead, in pairs
 */
record BrokenLessons(String lesson, String file, String said, List<String> edits) {
  /** The place in the new text. */
  static final String PLACE = "‸";

  private static BrokenLessons rate(String said, String... edits) {
    return new BrokenLessons("learning-rate", "en.md", said, List.of(edits));
  }

  private static BrokenLessons neuron(String said, String... edits) {
    return new BrokenLessons("first-neuron", "en.md", said, List.of(edits));
  }

  private static BrokenLessons convolution(String said, String... edits) {
    return new BrokenLessons("convolution", "en.md", said, List.of(edits));
  }

  private static BrokenLessons chinese(String said, String... edits) {
    return new BrokenLessons("learning-rate", "zh.md", said, List.of(edits));
  }

  static List<BrokenLessons> all() {
    return Stream.of(front(), steps(), questions(), views(), commands(), checks(), pictures(),
            translation()).flatMap(List::stream).toList();
  }

  private static List<BrokenLessons> front() {
    return List.of(
        rate("does not begin with front matter. Put it between", "---\nrevision", "‸revision"),
        rate("front matter is not closed. Add a line of ---", "just learns faster.\n---", "just learns faster.", "---\nrev", "‸---\nrev"),
        rate("revision is a whole number from 1 to", "revision: 3", "revision: ‸one"),
        rate("minutes is a whole number from 1 to 300, but here is 900", "minutes: 15", "minutes: ‸900"),
        rate("front matter needs title. Add a line: title:", "title: A step too far\n", "", "---\nrev", "‸---\nrev"),
        rate("front matter has no key mintues. Did you mean minutes?", "needs:", "‸mintues: 4\nneeds:"),
        rate("front matter has title twice. Keep one.", "start: rec", "‸title: B\nstart: rec"),
        rate("other.backprop is not in this folder. It holds: en.md", "start: receipts", "start: ‸other"),
        rate("../receipts.backprop leads out of the folder. Name a file", "start: rec", "start: ‸../rec"),
        rate("https://example.org/a.backprop leads out", "start: receipts", "start: ‸https://example.org/a"),
        rate("There is no sample circle. \"backprop samples\" lists", "start: receipts.backprop", "start: sample ‸circle"),
        rate("needs itself. Remove its id", "needs: first-neuron", "‸needs: learning-rate"));
  }

  private static List<BrokenLessons> steps() {
    return List.of(
        rate("A step needs a heading and an id", "## One step, looked at {#one}", "‸## One step, looked at"),
        rate("One is no id. Use a–z", "{#one}", "{#‸One}"),
        rate("A step with the id race begins at line", "{#one}", "{#‸race}"),
        rate("This block is not closed. Add a line of ```", "\"Ask the doctor\".\n```", "\"Ask the doctor\".", "```note", "‸```note"),
        rate("There is no directive predict chioce. Did you mean predict choice?", "```predict choice #law", "```‸predict chioce #law"),
        rate("show stands before the first step. Move it", "## Four at once", "‸```show\nviews: loss\n```\n## Four at once"),
        rate("There are two notes. Keep one", "```note", "```note\nA note.\n```\n‸```note"),
        rate("x is not a number of minutes", "time: 3 2 1", "time: 3 2 ‸x"),
        rate("\"time:\" has 7 numbers, but there are 8 steps", "time: 3 2 1", "‸time: 3 3"),
        rate("adds up to 16 minutes, but the lesson says 15", "time: 3 2 1", "‸time: 4 2 1"),
        rate("a control character with the code 7. Remove it", "four taxi receipts", "four‸\u0007 taxi receipts"));
  }

  private static List<BrokenLessons> questions() {
    return List.of(
        rate("This line of predict choice has no colon. Write: key: value", "answer: more", "‸tolerance\nanswer: more"),
        rate("predict choice has no key chioce. Did you mean choice?", "answer: more", "‸chioce: a | b | c\nanswer: more"),
        rate("predict choice has ask twice", "answer: more", "‸ask: Again?\nanswer: more"),
        rate("predict choice needs ask. Add a line: ask:", "ask: What is the loss after this one step?\n", "",
            "```predict choice #after", "‸```predict choice #after"),
        rate("predict choice needs an id, such as: #first-guess", "```predict choice #law", "```‸predict choice"),
        rate("Law is no id", "```predict choice #law", "```predict choice #‸Law"),
        rate("Another question, at line 53, has the id after-one", "```predict choice #law", "```predict choice #‸after-one"),
        rate("has the answer mor, which is none of its keys: less, same, more, stops", "answer: more", "answer: ‸mor"),
        rate("is not: key | text | reply", "choice: less | about 1 | That was", "choice: ‸less about 1. That was"),
        rate("predict choice has 5 lines of choice; 2 to 4 are allowed", "answer: more", "choice: e | five\nanswer: more",
            "```predict choice #after", "```‸predict choice #after"),
        rate("The key less is used twice", "choice: same | about 41", "choice: ‸less | about 41"),
        rate("The choice direction has no reply",
            "choice: direction | The gradient is sometimes wrong when the rate is large | It was exact each time. The step was",
            "choice: ‸direction | It was exact each time. The step was"),
        rate("The order c b a does not name each key once: a, b, c, d", "answer: c b a d", "answer: ‸c b a"),
        rate("step fifty is no end of a curve. Write step or epoch", "until: step 50", "until: ‸step fifty"),
        rate("train.loss is no curve of this kind. To a step write batch.loss", "y: batch.loss", "y: ‸train.loss"),
        rate("2 * batch.loss is no curve of this kind.", "y: batch.loss", "y: ‸2 * batch.loss"),
        rate("epoch.loss is no curve of this kind.", "y: batch.loss", "y: ‸epoch.loss"),
        rate("worksheet has no key blanks.", "variant: seed", "variant: seed\n‸blanks: slopes"),
        rate("explode is no shape. Did you mean explodes?", "answer: explodes", "answer: ‸explode"),
        convolution("exact is not a number", "tolerance: 0\nmistake: -46", "tolerance: ‸exact\nmistake: -46"),
        convolution("is not: value | reply", "mistake: 41 | You took", "mistake: ‸41 You took"),
        rate("Step law-step asks twice. Split it", "{#transfer}", "{#law-step}", "answer: works\n```\n",
            "answer: works\n```\n‸```explain #law-why\nask: Why?\nchoice: a | A | a\nchoice: b | B | b\nanswer: a\n```\n"),
        rate("Prediction law has no reveal right after it. Add: reveal of=law", "reveal of=law", "note", "answer: works\n```",
            "answer: works\n```",
            "```predict choice #law", "‸```predict choice #law"),
        rate("A reveal says of which prediction it is", "```reveal of=climb", "```‸reveal"),
        rate("A reveal needs do or say", "```reveal of=law\ndo: rate 0.3\ndo: run to epoch 10\nsay: {200 * valid.accuracy|0} of",
            "```‸reveal of=law\nexpect:"
            + " run.step > 0\n```\n```\n"),
        rate("There is no kind of worksheet rate-step. Did you mean rate-steps?", "kind: rate-steps", "kind: ‸rate-step"),
        rate("many is no variant. Write a number, or seed", "variant: seed", "variant: ‸many"));
  }

  private static List<BrokenLessons> views() {
    return List.of(
        rate("There is no view dokter. Did you mean doctor?", "views: loss, doctor", "views: loss, ‸dokter"),
        rate("There is no control paly. Did you mean play?", "controls: play, reset", "controls: ‸paly, reset"),
        rate("show has no key view. Did you mean views?", "views: loss, doctor", "‸view: loss, doctor"),
        rate("inside is not written like this. After inside comes one name", "views: loss, doctor", "views: loss, ‸inside"),
        rate("receipts.backprop has no node h1. There is:", "views: loss, doctor", "views: loss, inside ‸h1"),
        neuron("receipts.backprop has no node nuron. Did you mean neuron?", "on: node neuron", "on: node ‸nuron"));
  }

  private static List<BrokenLessons> commands() {
    return List.of(
        rate("There is no command rat. Did you mean rate", "receipts.backprop\nrate 0.2", "receipts.backprop\n‸rat 0.2"),
        rate("fast is not a number. rate needs one", "receipts.backprop\nrate 0.2", "receipts.backprop\nrate ‸fast"),
        rate("E is no lane. Write A, B, C or D", "lane D rate", "lane ‸E rate"),
        rate("After the number comes op, epoch or nothing", "do: step 1\nsay: From", "do: step 1 ‸x\nsay: From"),
        rate("Write \"run to epoch\" with a number", "do: run to epoch 10", "do: run ‸until epoch 10"),
        rate("many is not a whole number from 1 to", "do: run to epoch 10", "do: run to epoch ‸many"),
        rate("receipts.backprop has no node h1. There is:", "receipts.backprop\nrate 0.2", "receipts.backprop\nnode ‸h1 activation tanh"),
        rate("a node has no setting unit. Did you mean init or units?", "receipts.backprop\nrate 0.2",
            "receipts.backprop\nnode neuron ‸unit 3"),
        rate("tan is not a value of activation. Did you mean tanh?", "receipts.backprop\nrate 0.2",
            "receipts.backprop\nnode neuron activation ‸tan"),
        rate("nothing.backprop is not in this folder", "```set\nopen receipts.backprop\nrate 0.2",
            "```set\nopen ‸nothing.backprop\nrate 0.2"),
        rate("The doctor has no finding rate_high. Did you mean rate_too_high", "solve: try rate_too_high", "solve: try ‸rate_high"),
        rate("There is no question nobody in this lesson", "fail: run to epoch 150", "fail: run to epoch 150\nfail: answer ‸nobody w"),
        rate("Lane B is not set up at this point", "fail: run to epoch 150", "fail: run to epoch 150\nfail: keep lane ‸B"),
        rate("The command was complete before now", "solve: reset\nsolve: step 45", "solve: reset ‸now\nsolve: step 45"),
        rate("There is no kind of layer dens. Did you mean dense?", "receipts.backprop\nrate 0.2",
            "receipts.backprop\nadd ‸dens a after neuron"));
  }

  private static List<BrokenLessons> checks() {
    return List.of(
        neuron("node has no \"gradnorm\". Did you mean gradient or norm?", "check: node(\"neuron\").weight",
            "check: node(\"neuron\").‸gradnorm"),
        neuron("There is no quantity \"trian\". Did you mean train?", "check: train.loss < 0.1", "check: ‸trian.loss < 0.1"),
        neuron("receipts.backprop has no node h11. There is: ", "check: node(\"neuron\").weight", "check: ‸node(\"h11\").weight"),
        neuron("Write \"within\" in place of", "check: train.loss < 0.1", "check: ‸train.loss = 0.001"),
        new BrokenLessons("shortcut", "en.md", "12 is not a class of digits-marked. They are numbered from 0 to 9.",
            List.of("expect: test.recall(3) < 0.6", "expect: ‸test.recall(12) < 0.6")),
        new BrokenLessons("shortcut", "en.md", "accuracy is of all examples. Write test.accuracy; only precision, recall and f1",
            List.of("expect: test.accuracy > 0.88", "expect: test.accuracy‸(3) > 0.88")),
        new BrokenLessons("shortcut", "en.md", "recall is of one class: write test.recall(3).",
            List.of("expect: test.recall(3) < 0.6", "expect: test.recall‸(3,4) < 0.6")),
        neuron("\"by\" needs epoch or step and a number, such as: by epoch 30", "check: train.loss < 0.1",
            "check: train.loss < 0.1 ‸by 45"),
        neuron("Lane C is not set up at this point. A set of this step", "check: train.loss < 0.1",
            "check: ‸lane(C).batch.loss < 0.1"),
        neuron("Write start. before the quantity", "check: train.loss < 0.1", "check: train.loss < 0.5 * train.loss ‸at step 1"),
        neuron("This quotation mark is not closed", "check: train.loss < 0.1", "check: node(‸\"neuron).weight < 0.1"),
        neuron("The character § has no meaning in a check", "check: train.loss < 0.1", "check: train.loss ‸§ 0.1"),
        neuron("More than 10 brackets lie within each other", "check: train.loss < 0.1", "check: ((((((((((‸(train.loss < 0.1)))))))))))"),
        neuron("More than 6 time words", "check: train.loss < 0.1",
            "check: " + "run.step > 0 at step 1 and ".repeat(6) + "run.step > 0 ‸at step 1"),
        neuron("300 are allowed. Make it shorter", "check: train.loss < 0.1",
            "check: train.loss < 0.1" + " and run.step > 0".repeat(16) + " and run.ste‸p > 0"),
        neuron("loss is not a word. Compare it", "check: train.loss < 0.1", "check: ‸train.loss is small"),
        neuron("is a word. Compare it with \"is\"", "check: train.loss < 0.1", "check: ‸run.state < 0.1"),
        neuron("is yes or no and cannot be compared", "check: train.loss < 0.1", "check: ‸doctor.healthy < 0.1"),
        neuron("The check was complete before \"train\". Join", "check: train.loss < 0.1", "check: train.loss < 0.1 ‸train.loss < 1"),
        neuron("There is no question nobody in this lesson", "check: train.loss < 0.1", "check: ‸answer(\"nobody\") = 1"),
        neuron("There is no quantity \"trian\"", "{train.loss|1}", "{‸trian.loss|1}"),
        neuron("does not say how to write the number. Write |3", "{train.loss|1}", "{train.loss|‸x}"));
  }

  private static List<BrokenLessons> pictures() {
    String text = "The line shows the neuron's prices,";
    return List.of(
        neuron("rates.png is not in this folder. It holds:", text, "‸![rates](rates.png)\n" + text),
        neuron("../rates.png leads out of the folder", text, "See ‸![rates](../rates.png)\n" + text),
        neuron("https://example.org/a.png leads out of the folder", text, "‸![rates](https://example.org/a.png)\n" + text),
        neuron("The link leads to other.html. Only addresses", text, "‸[rates](other.html)\n" + text),
        neuron("en.md is neither a PNG nor an SVG picture", text, "‸![rates](en.md)\n" + text));
  }

  private static List<BrokenLessons> translation() {
    return List.of(
        chinese("differs from en.md: answer is c b a d there and c b d a here", "answer: c b a d", "‸answer: c b d a"),
        chinese("differs from en.md: a command is rate 0.2 there and rate 0.3 here", "rate 0.2\n", "‸rate 0.3\n"),
        chinese("The front matter differs from en.md: minutes is 15 there and 16 here", "minutes: 15", "‸minutes: 16", "time: 3",
            "time: 4"),
        chinese("The steps differ from en.md: there race, one,", "## 只走一步，看仔细 {#one}", "‸## 只走一步，看仔细 {#two}"),
        chinese("differs from en.md: choice is more there and much here", "choice: more", "‸choice: much", "answer: more", "answer: much"),
        chinese("differ from en.md: there {", "{lane(B).batch.loss|2e}", "{lane(B).batch.loss|3e}", "say: C", "‸say: C"));
  }
}
