package studio.backprop.cluster;

import java.nio.ByteBuffer;

/**
 * Message between members. Immutable.
 *
 * @param job random id of the coordinator's job
 * @param number of a task, or the number of concurrent tasks of a worker
 * @param bytes task, result, job description, or error message
 */
record ClusterMessage(Kind kind, long job, long number, byte[] bytes) {
  private static final byte[] NOTHING = {};

  enum Kind {
    /** Coordinator → workers that have not begun the job, repeatedly: announces a job. */
    OFFER,
    /** Worker → coordinator: requests the description of an unknown job. */
    WANT,
    /** Coordinator → worker: description of the job. */
    JOB,
    /** Coordinator → worker: the job is done. */
    DONE,
    /** Worker → coordinator: number of concurrent tasks. */
    READY,
    /** Coordinator → worker. */
    TASK,
    /** Worker → coordinator. */
    RESULT,
    /** Worker → coordinator: the task failed; the bytes are the error message. */
    FAILED
  }

  static ClusterMessage of(Kind kind, long job, long number) {
    return new ClusterMessage(kind, job, number, NOTHING);
  }

  byte[] pack() {
    return ByteBuffer.allocate(1 + 2 * Long.BYTES + bytes.length).put((byte) kind.ordinal()).putLong(job).putLong(number).put(bytes)
        .array();
  }

  /** @throws IllegalArgumentException if these are not the bytes of a message */
  static ClusterMessage unpack(byte[] packed) {
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    int kind = packed.length < 1 + 2 * Long.BYTES ? -1 : buffer.get();
    if (kind < 0 || kind >= Kind.values().length) {
      throw new IllegalArgumentException("not a letter of " + packed.length + " bytes");
    }
    long job = buffer.getLong();
    long number = buffer.getLong();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new ClusterMessage(Kind.values()[kind], job, number, bytes);
  }
}
