package studio.backprop.lesson.command;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.draw.Drawing;
import studio.backprop.lesson.check.LessonView;

/** Something that a lesson does. */
public sealed interface LessonCommand {
  /** Dispatches to the target. */
  <R, E extends Exception> R on(CommandTarget<R, E> target) throws E;

  /** Opens another project. */
  sealed interface Opening extends LessonCommand {
    /** @param start a file of the lesson's folder or, as {@code sample NAME}, one of the samples */
    static Opening of(String start) {
      return start.startsWith("sample ") ? new OpenSample(start.substring("sample ".length()).strip()) : new Open(start);
    }

    /** What is opened, without what only a file has. */
    String name();
  }

  /** Opens a project of the lesson's folder. */
  record Open(String file) implements Opening {
    @Override
    public String name() {
      return file.replaceFirst("\\.backprop$", "");
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Opens a sample. */
  record OpenSample(String id) implements Opening {
    @Override
    public String name() {
      return id;
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Back to the weights that the project begins with. */
  record Reset() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Other initial weights: the next seed. */
  record NewWeights() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** How far a step goes. */
  enum Grain {
    OP, STEP, EPOCH
  }

  /** Takes steps. */
  record Steps(int count, Grain grain) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Trains to the end of an epoch. */
  record RunToEpoch(int epoch) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Looks at a past step. */
  record GoToStep(long step) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Where a setting is. */
  enum Owner {
    TRAINING, DATA, NODE, AGENT, GAN
  }

  /**
   * Changes a setting.
   *
   * @param lane of a comparison; empty for the project itself
   * @param node the name of the node, or a pattern; empty for others
   */
  record Change(Optional<Character> lane, Owner owner, String node, String name, String value) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Sets one number of a node's parameter. @param parameter weight or bias */
  record SetNumber(String node, String parameter, List<Integer> indices, double value) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Adds a layer behind a node. */
  record AddLayer(String type, String name, String after) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Removes nodes. */
  record RemoveNode(String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Draws a wire. */
  record DrawWire(String from, String to) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Trains the variants of a comparison to their end. */
  record RunLanes() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /**
   * Cross-validates the project as it is. Rows are divided as it suits the data.
   *
   * @param folds at least 2
   * @param repeats how often the rows are divided anew
   * @param seed of the divisions
   * @param best how many columns are chosen; 0 for all
   * @param onAll whether they are chosen on all rows, and not inside each fold
   */
  record RunFolds(int folds, int repeats, long seed, int best, boolean onAll) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Searches the settings that the project has planned to search, with the seed of its search. @param trials its budget; 0 for its own */
  record RunSearch(int trials) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Trains the best trials of the search from other seeds. */
  record RunSeeds() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Makes one of the doctor's experiments. @param number from 1 */
  record TryExperiment(String finding, int number) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Keeps a variant of a comparison. */
  record KeepLane(char lane) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Keeps the change that the doctor's experiment has tried. */
  record KeepExperiment() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Opens a view. @param node the name of the node that is looked into; empty for other views */
  record OpenView(LessonView view, String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Selects a node. */
  record SelectNode(String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Chooses an example. */
  record ChooseExample(Part part, int row) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Puts a drawing on the pad, which then has no label; an empty one clears it. */
  record Draw(Drawing drawing) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Puts the chosen example on the pad, with its label, to be changed pixel by pixel. */
  record DrawExample() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Changes a pixel of the example on the pad. @param ink whether it becomes as bright as ink can be, or as paper */
  record DrawPixel(int row, int column, boolean ink) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Says which class the drawing on the pad is. @param label its place, from 0 */
  record LabelDrawing(int label) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Answers a question. @param sure 1 to 3 */
  record GiveAnswer(String id, String value, int sure) implements LessonCommand {
    /** The answer as a number; NaN where it is a word. */
    public double number() {
      return value.matches("-?[\\d.]+(e-?\\d+)?") ? Double.parseDouble(value) : Double.NaN;
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }
}
