import {
  createPostmarkTransport,
  type PostmarkTransportOptions,
  type Transport,
} from "letterpress";
import { describe, expectTypeOf, test } from "vitest";

const token = "t";

describe("createPostmarkTransport() takes exactly one form of credentials", () => {
  test("a server token, an SMTP token or a URL", () => {
    expectTypeOf(createPostmarkTransport).parameter(0).toEqualTypeOf<PostmarkTransportOptions>();
    expectTypeOf(createPostmarkTransport).returns.toEqualTypeOf<Transport>();
    expectTypeOf<{ serverToken: string }>().toExtend<PostmarkTransportOptions>();
    expectTypeOf<{ accessKey: string; secretKey: string }>().toExtend<PostmarkTransportOptions>();
    expectTypeOf<{ url: string }>().toExtend<PostmarkTransportOptions>();
  });

  test("the tutorial's form with a server token only", () => {
    expectTypeOf<{ serverToken: string; password: "x" }>().toExtend<PostmarkTransportOptions>();
    expectTypeOf<{
      serverToken: string;
      password: string;
    }>().not.toExtend<PostmarkTransportOptions>();
    expectTypeOf<{ url: string; tokenHeader: true }>().not.toExtend<PostmarkTransportOptions>();
  });

  test("and no half of one, nor two", () => {
    // @ts-expect-error no credentials
    expectTypeOf(createPostmarkTransport).toBeCallableWith({});
    // @ts-expect-error half an SMTP token
    expectTypeOf(createPostmarkTransport).toBeCallableWith({ accessKey: token });
    // @ts-expect-error two forms
    expectTypeOf(createPostmarkTransport).toBeCallableWith({ serverToken: token, url: "smtp://h" });
    // @ts-expect-error a URL says the host itself
    expectTypeOf(createPostmarkTransport).toBeCallableWith({ url: "smtp://h", host: "h" });
    const withUnknownOption = () =>
      // @ts-expect-error an unknown option
      createPostmarkTransport({ serverToken: token, secure: true });
    expectTypeOf(withUnknownOption).returns.toEqualTypeOf<Transport>();
  });
});
